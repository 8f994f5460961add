import type { ComponentProps } from 'react'
import { Field } from '#components/ui/field.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { ControlProps } from '../field-control.tsx'
import { KnownBefore } from '../known-before.tsx'
import { idOf } from '../values.ts'

export interface DcvByHandProps extends Pick<
  ControlProps,
  'field' | 'form' | 'errors' | 'defaults' | 'known'
> {
  readonly radio: ComponentProps<'input'>
  readonly choice: string
}

/** An address that no list here has: the CA decides. What was typed stays when another choice is tried. */
export function DcvByHand({ field, form, errors, defaults, known, radio, choice }: DcvByHandProps) {
  return (
    <>
      <RadioGroup
        id="field-dcvChoice-other"
        name="dcvChoice"
        legend={<span className="sr-only">Without the list</span>}
        defaultValue={choice}
        inputProps={radio}
        options={[{ value: 'other', label: 'Another address, typed by hand' }]}
      />
      {choice === 'other' && (
        <Field
          id={idOf(field.name)}
          className="ml-6.5"
          label="E-mail address"
          hint="The CA refuses every address that it has not listed for the domain within the last 24 hours. Whether it takes this one is known only once it is sent."
          error={errors[field.name]?.message}
          required
          after={<KnownBefore field={field} known={known} />}
        >
          {(control) => (
            <TextInput
              {...control}
              {...form.register(field.name)}
              defaultValue={defaults[field.name]}
              inputMode="email"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </Field>
      )}
    </>
  )
}
