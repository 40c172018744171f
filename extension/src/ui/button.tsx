import type { ComponentProps } from 'react'
import { Icon } from './icon'
import type { IconName } from './icon-shapes'

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  /** `danger` takes away what cannot be had back. */
  look?: 'plain' | 'main' | 'ghost' | 'danger'
  size?: 'small' | 'usual' | 'large'
  wide?: boolean
  icon?: IconName
  /** Cannot act now. It keeps the focus, so that its reason can be read; say why with `aria-describedby`. */
  blocked?: boolean
}

/** A button with words. The main look is for the one next step of a page. */
export function Button({
  look = 'plain',
  size = 'usual',
  wide,
  icon,
  blocked,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const classes = ['button', `button-${look}`, `button-${size}`, wide ? 'button-wide' : '', className ?? '']
    .filter(Boolean)
    .join(' ')
  return (
    <button
      type="button"
      className={classes}
      aria-disabled={blocked || undefined}
      onClick={blocked ? undefined : onClick}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A button that shows an icon only; its name is read aloud and shown as a tooltip. */
export function IconButton({ icon, name, ...rest }: ComponentProps<'button'> & { icon: IconName; name: string }) {
  return (
    <button type="button" className="icon-button" aria-label={name} title={name} {...rest}>
      <Icon name={icon} />
    </button>
  )
}
