using System.Globalization;
using System.Linq.Expressions;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Walk;

/// <summary>
/// A name of the node is like the one asked for, in whatever spelling the mode allows. Names are looked up and compared
/// first; in the statement the condition is one on ids.
/// </summary>
/// <param name="asked">The name asked for.</param>
/// <param name="mode">How far the question reaches.</param>
/// <param name="kind">The kind of the nodes.</param>
internal sealed class NameMatchFilter(string asked, NameMatchMode mode, NodeKind kind) : FilterNode
{
    /// <summary>The most of these in one <c>where</c>: each costs statements of its own.</summary>
    public const int MostOfOne = 10;

    private long[] _ids = [];

    public override bool Names => true;

    /// <summary>Looks all of them up.</summary>
    /// <exception cref="GraphException"><c>TOO_MANY_MATCHES</c>: a name is like those of too many; <c>BAD_ARGUMENTS</c>: there are too many, or one is too long.</exception>
    public static async Task ResolveAsync(GraphReader reader, IReadOnlyList<NameMatchFilter> filters, CancellationToken cancel)
    {
        if (filters.Count > MostOfOne)
            throw new GraphException(ErrorCodes.BadArguments, $"where has {filters.Count} conditions with matches; at most {MostOfOne} are allowed. Split the question.");

        foreach (var filter in filters) await filter.ResolveAsync(reader, cancel).ConfigureAwait(false);
    }

    public override void Describe(ShapeKey key) => key.Add("matches").AddValue(_ids, $"{mode} {asked}");

    public override Expression Build(StatementScope scope, RowSource row)
    {
        var ids = scope.Values.Next(typeof(long[]));
        var key = row.Key.Type == typeof(long) ? row.Key : Expression.Property(row.Key, nameof(Nullable<>.Value));
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long)], ids, key);
    }

    private async Task ResolveAsync(GraphReader reader, CancellationToken cancel)
    {
        if (asked.Length > ColumnLengths.Name)
            throw new GraphException(ErrorCodes.BadArguments, $"matches has {asked.Length} characters; no name has more than {ColumnLengths.Name}.");

        var found = await reader.AskAsync(
            (graph, token) => NameSearch.FindAsync(graph, asked, mode, kind, NameSearch.MostFound + 1, token), cancel).ConfigureAwait(false);
        if (found.Count > NameSearch.MostFound)
        {
            throw new GraphException(
                ErrorCodes.TooManyMatches,
                string.Create(CultureInfo.InvariantCulture, $"\"{NodeLookupIds.Shown(asked)}\" is like the names of more than {NameSearch.MostFound} nodes. Give more of the name, a stricter matchMode, or ask with contains."));
        }

        _ids = [.. found.Select(name => name.SubjectId).Order()];
    }
}
