console.log('Nothing can be imported yet.')
