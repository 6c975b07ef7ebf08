using System.Collections;
using GraphNews.Graph.Execution;

namespace GraphNews.Graph.Walk;

/// <summary>
/// Replaces what a caller may not have by its refusal, throughout an answer. It looks at whole answers, once they are
/// there: so nothing that fills in rows in its own way can pass it by.
/// </summary>
internal sealed class WithheldSlots(Caller caller)
{
    private readonly HashSet<Row> _seen = [];

    /// <summary>Looks through null, a value, a row, or a list of these.</summary>
    public void Fill(object? answer)
    {
        switch (answer)
        {
            case Row row when _seen.Add(row):
                for (var slot = 0; slot < row.Shape.Count; slot++)
                {
                    if (caller.RefusalOf(row.Shape.Selections[slot].Field) is { } refusal) row[slot] = refusal;
                    else Fill(row[slot]);
                }

                break;
            case IEnumerable items and not string:
                foreach (var item in items) Fill(item);
                break;
        }
    }
}
