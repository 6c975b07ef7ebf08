using GraphNews.Graph.Errors;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Identity;

/// <summary>Some facts hold between two different nodes only.</summary>
internal static class RowEndsCheck
{
    /// <exception cref="GraphException">The ends of the row are the same.</exception>
    public static void Require(RowTable table, GraphRow row, string code)
    {
        if (row.HiddenSince is not null || !RowEnds.MustDiffer(table.RowType)) return;
        if (table.Ends.Select(end => end.Get(row)).Distinct().Count() == 1)
        {
            throw new GraphException(
                code, $"{table.RowType.Name} {row.Id} says that its two ends are different, and here they are the same. Retract it first if it is wrong.");
        }
    }
}
