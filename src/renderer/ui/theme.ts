import { ActionIcon, Button, Checkbox, createTheme, defaultVariantColorsResolver, Input, Menu, Modal, SegmentedControl, Switch, Tabs, Tooltip, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

// The tokens of the product's visual direction: calm, dense but legible, one accent. Contrast was computed: text 4.5:1, control edges 3:1.
const accent: MantineColorsTuple = ['#E8EEFD', '#D3DFFB', '#AFC6FC', '#8AB4FF', '#6B9BF7', '#4B80EE', '#2F66E3', '#1D4ED8', '#1A45BF', '#163A9F']
const touch = '2.75rem' // 44 px

export const theme = createTheme({
  // Mantine picks the words on the accent once, for the light shade; the dark accent is pale and needs dark words.
  variantColorResolver: (asked) => {
    const colours = defaultVariantColorsResolver(asked)
    const isAccent = asked.variant === 'filled' && (asked.color ?? asked.theme.primaryColor) === asked.theme.primaryColor
    return isAccent ? { ...colours, color: 'var(--on-accent)' } : colours
  },
  primaryColor: 'accent', primaryShade: { light: 7, dark: 3 }, colors: { accent }, autoContrast: true, luminanceThreshold: 0.35, black: '#0B1220',
  fontFamily: "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.125rem', xl: '1.25rem' },
  defaultRadius: 8, spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  respectReducedMotion: true, cursorType: 'pointer',
  components: {
    Button: Button.extend({ defaultProps: { size: 'md' }, vars: (_theme, props) => ({ root: props.size === 'lg' || props.size === 'xl' ? {} : { '--button-height': touch, '--button-padding-x': '1rem' } }) }),
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 44, variant: 'subtle' } }),
    Input: Input.extend({ defaultProps: { size: 'md' }, vars: () => ({ wrapper: { '--input-height': touch } }) }),
    InputWrapper: Input.Wrapper.extend({ defaultProps: { size: 'md' } }),
    Modal: Modal.extend({ defaultProps: { centered: true, padding: 'lg', transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.4 } }, styles: { title: { fontSize: '1.125rem', fontWeight: 600 }, close: { width: touch, height: touch } } }),
    Switch: Switch.extend({ defaultProps: { size: 'md' }, styles: { body: { minHeight: touch, alignItems: 'center' }, label: { paddingBlock: '0.7rem' } } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'md' }, styles: { body: { minHeight: touch, alignItems: 'center' }, label: { paddingBlock: '0.7rem' } } }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400 } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'md' }, styles: { label: { minHeight: touch, paddingBlock: '0.7rem' } } }),
  },
})

const states = {
  light: { danger: '#B42318', dangerSoft: '#FDECEA', warn: '#7A4300', warnSoft: '#FFF3DC', ok: '#0B5D33', okSoft: '#E3F5EA' },
  dark: { danger: '#FF8A80', dangerSoft: '#3A1614', warn: '#FFC46B', warnSoft: '#33270F', ok: '#6FDC9A', okSoft: '#12301F' },
}
const state = (of: (typeof states)['light']) => ({
  '--danger': of.danger, '--danger-soft': of.dangerSoft, '--warn': of.warn, '--warn-soft': of.warnSoft, '--ok': of.ok, '--ok-soft': of.okSoft,
  '--mantine-color-error': of.danger,
})

export const colours: CSSVariablesResolver = () => ({
  variables: { '--touch': touch },
  light: {
    '--page': '#F5F7FA', '--surface': '#FFFFFF', '--text': '#14181F', '--muted': '#55606E', '--accent': '#1D4ED8', '--on-accent': '#FFFFFF',
    '--accent-soft': '#E8EEFD', '--edge': '#7C8796', '--line': '#DDE2E9', ...state(states.light),
    '--mantine-color-body': '#FFFFFF', '--mantine-color-text': '#14181F', '--mantine-color-dimmed': '#55606E',
    '--mantine-color-default-border': '#7C8796', '--mantine-color-placeholder': '#5D6876', '--mantine-color-anchor': '#1D4ED8',
  },
  dark: {
    '--page': '#0F1216', '--surface': '#171B21', '--text': '#EEF1F5', '--muted': '#A3AEBD', '--accent': '#8AB4FF', '--on-accent': '#0B1220',
    '--accent-soft': '#1C2A45', '--edge': '#7A8594', '--line': '#2B323C', ...state(states.dark),
    '--mantine-color-body': '#171B21', '--mantine-color-text': '#EEF1F5', '--mantine-color-dimmed': '#A3AEBD', '--mantine-color-default': '#171B21',
    '--mantine-color-default-hover': '#222832', '--mantine-color-default-border': '#7A8594', '--mantine-color-placeholder': '#A3AEBD', '--mantine-color-anchor': '#8AB4FF',
    '--mantine-color-default-color': '#EEF1F5', '--mantine-color-accent-light-color': '#8AB4FF',
  },
})
