import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { TextInput } from '#components/ui/text-input.tsx'
import type { ControlProps } from '../field-control.tsx'
import { LabelledField } from '../labelled-field.tsx'
import { KnownBefore } from '../known-before.tsx'
import { speakPhone, type SpokenPhone } from '../phone.ts'

/** Keeps what was typed as it is and shows beside it how it will be written when it is sent. */
export function PhoneControl({ field, form, errors, defaults, known }: ControlProps) {
  const typed = useWatch({ control: form.control, name: field.name }) ?? ''
  const spoken = useSpoken(typed)
  return (
    <LabelledField
      field={field}
      errors={errors}
      after={
        <span className="flex flex-col gap-0.5">
          <output>{spoken && typed.trim() !== '' && <Preview spoken={spoken} />}</output>
          <KnownBefore field={field} known={known} />
        </span>
      }
    >
      {(control) => (
        <TextInput
          {...control}
          {...form.register(field.name)}
          defaultValue={defaults[field.name]}
          type="tel"
          autoComplete="off"
          placeholder="+49 30 1234567"
          className="max-w-80"
          mono
        />
      )}
    </LabelledField>
  )
}

function Preview({ spoken }: { spoken: SpokenPhone }) {
  return (
    <span className="text-sm">
      Will be sent as <span className="font-mono text-ink">{spoken.sent}</span>
      {spoken.country && ` (${spoken.country})`}
      {spoken.doubt && <span className="block text-doubt">{spoken.doubt}</span>}
    </span>
  )
}

/** Read once the typing pauses; a slow answer for an older text is dropped. */
function useSpoken(typed: string): SpokenPhone | null {
  const [spoken, setSpoken] = useState<{ of: string; spoken: SpokenPhone } | null>(null)
  useEffect(() => {
    if (typed.replace(/\D/g, '').length < 5) return
    let isOld = false
    const timer = setTimeout(async () => {
      const found = await speakPhone(typed).catch(() => null)
      if (!isOld && found) setSpoken({ of: typed, spoken: found })
    }, 600)
    return () => {
      isOld = true
      clearTimeout(timer)
    }
  }, [typed])
  return spoken?.of === typed ? spoken.spoken : null
}
