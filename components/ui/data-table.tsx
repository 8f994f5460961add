/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   older Safari forgets that a table is one once its `display` changes. */
import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export interface Column<Row> {
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** The cell that names the row. */
  readonly rowHeader?: boolean
  /** Under 640 px: shown without its header's words. */
  readonly bare?: boolean
  /** Under 640 px: left out of this row. */
  readonly isEmpty?: (row: Row) => boolean
  readonly className?: string
}

export interface DataTableProps<Row> {
  readonly caption: string
  readonly captionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly className?: string
}

/** A table that becomes a stack of labelled cells under 640 px. The roles survive where `display` would drop them. */
export function DataTable<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  className,
}: DataTableProps<Row>) {
  return (
    <table role="table" className={cx('w-full border-collapse text-left text-sm max-sm:block', className)}>
      <caption
        className={captionHidden ? 'sr-only' : 'px-4 pt-3 pb-1 text-left text-sm font-semibold max-sm:block'}
      >
        {caption}
      </caption>
      <thead role="rowgroup" className="max-sm:sr-only">
        <tr role="row" className="border-b">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={cx('px-4 py-2 text-xs font-medium text-faint', column.className)}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="divide-y max-sm:block">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            role="row"
            className="align-top hover:bg-raised max-sm:block max-sm:px-4 max-sm:py-2.5"
          >
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const Tag = column.rowHeader ? 'th' : 'td'
  return (
    <Tag
      role={column.rowHeader ? 'rowheader' : 'cell'}
      scope={column.rowHeader ? 'row' : undefined}
      className={cx(
        'px-4 py-2.5 font-normal wrap-anywhere max-sm:flex max-sm:gap-3 max-sm:px-0 max-sm:py-0.5',
        column.isEmpty?.(row) && 'max-sm:hidden',
        column.className,
      )}
    >
      {!column.bare && (
        <span aria-hidden="true" className="w-24 shrink-0 text-faint sm:hidden">
          {column.header}
        </span>
      )}
      <div className="min-w-0">{column.cell(row)}</div>
    </Tag>
  )
}
