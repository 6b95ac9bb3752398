import type { Editor } from '@tiptap/core'
import type { KeyboardEvent, MouseEvent, Ref } from 'react'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { useRovingFocus } from './roving-focus.js'
import { ariaShortcut, keyboardOf, shownShortcut } from './shortcut.js'
import type { Desk, ToolbarAction } from './toolbar-actions.js'
import { useEditorFacts } from './use-editor-facts.js'

type Props = {
  desk: Desk
  groups: readonly (readonly ToolbarAction[])[]
  label: string
  /** By name of the action. */
  names: Readonly<Record<string, string>>
  /** Gets the focus when the keys for the toolbar are pressed. */
  ref?: Ref<HTMLDivElement>
}

/** Which toggles are on and which buttons would do something. */
type ButtonStates = Record<string, { active: boolean; possible: boolean }>

function statesOf(groups: Props['groups'], editor: Editor): ButtonStates {
  return Object.fromEntries(
    groups
      .flat()
      .map(action => [
        action.name,
        { active: action.isActive?.(editor) ?? false, possible: action.isPossible(editor) },
      ]),
  )
}

/** A row of buttons over the text. Escape goes back to the text. */
export function Toolbar({ desk, groups, label, names, ref }: Props) {
  const { editor } = desk
  const states = useEditorFacts(editor, () => statesOf(groups, editor))
  const { tabStop, toolbarProps } = useRovingFocus(groups[0]?.[0]?.name ?? '')
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') editor.commands.focus()
    else toolbarProps.onKeyDown(event)
  }
  return (
    <div
      ref={ref}
      role="toolbar"
      aria-label={label}
      className="toolbar"
      onFocus={toolbarProps.onFocus}
      onKeyDown={onKeyDown}
    >
      {groups.map(group => (
        <div key={group[0]?.name} className="toolbar__group">
          {group.map(action => (
            <ToolbarButton
              key={action.name}
              action={action}
              name={names[action.name] ?? ''}
              state={states[action.name] ?? { active: false, possible: false }}
              tabStop={action.name === tabStop}
              onPress={() => action.run(desk)}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

type ButtonProps = {
  action: ToolbarAction
  name: string
  state: { active: boolean; possible: boolean }
  tabStop: boolean
  onPress(): void
}

/** The text keeps its selection, and a phone its keyboard. */
const keepFocusInText = (event: MouseEvent) => event.preventDefault()

function ToolbarButton({ action, name, state, tabStop, onPress }: ButtonProps) {
  const language = useLanguage()
  const { icon: Icon, shortcut, isActive } = action
  const keyboard = keyboardOf(navigator.platform)
  return (
    <button
      type="button"
      name={action.name}
      className={Icon ? 'toolbar__button' : 'toolbar__button toolbar__button--words'}
      tabIndex={tabStop ? 0 : -1}
      aria-label={Icon ? name : undefined}
      aria-pressed={isActive ? state.active : undefined}
      aria-disabled={!state.possible}
      aria-keyshortcuts={shortcut && ariaShortcut(shortcut, keyboard)}
      onMouseDown={keepFocusInText}
      onClick={() => state.possible && onPress()}
    >
      {Icon ? <Icon aria-hidden size={20} /> : name}
      {Icon && (
        <span className="toolbar__tip" aria-hidden>
          {name}
          {shortcut && <kbd>{shownShortcut(shortcut, { keyboard, language })}</kbd>}
        </span>
      )}
    </button>
  )
}
