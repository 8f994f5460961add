import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { cx } from '#components/ui/cx.ts'
import { Textarea } from '#components/ui/textarea.tsx'
import type { ControlProps } from '../field-control.tsx'
import { LabelledField } from '../labelled-field.tsx'

export function CommentsControl({ field, form, errors, defaults }: ControlProps) {
  const typed = useWatch({ control: form.control, name: field.name }) ?? ''
  const left = field.maxLength - [...typed].length
  return (
    <div className="flex flex-col gap-1">
      <LabelledField field={field} errors={errors}>
        {(control) => (
          <Textarea
            {...control}
            {...form.register(field.name)}
            defaultValue={defaults[field.name]}
            rows={4}
          />
        )}
      </LabelledField>
      <p
        aria-hidden="true"
        className={cx('text-xs tabular-nums', left < 0 ? 'font-medium text-refused' : 'text-faint')}
      >
        {inWords(left)}
      </p>
      <AnnouncedLater text={inWords(left)} />
    </div>
  )
}

function inWords(left: number): string {
  const count = Math.abs(left).toLocaleString('en')
  const unit = Math.abs(left) === 1 ? 'character' : 'characters'
  return left < 0 ? `${count} ${unit} too many` : `${count} ${unit} left`
}

/** Said once the typing pauses, so that it does not talk over every key. */
function AnnouncedLater({ text }: { text: string }) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), 1200)
    return () => clearTimeout(timer)
  }, [text])
  return <output className="sr-only">{said}</output>
}
