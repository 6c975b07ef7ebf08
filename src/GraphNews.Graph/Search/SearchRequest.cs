using System.Text.Json;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Search;

/// <summary>What a selection asks of a search.</summary>
/// <param name="Text">The text as given.</param>
/// <param name="Kinds">The kinds of entities that may be found.</param>
/// <param name="Limit">The most hits of the page.</param>
/// <param name="After">Where the page begins; null for the start.</param>
/// <param name="Mark">The mark of its cursors.</param>
internal sealed record SearchRequest(string Text, IReadOnlyList<NodeKind> Kinds, int Limit, SearchPlace? After, string Mark)
{
    /// <summary>Reads the arguments.</summary>
    /// <exception cref="GraphException"><c>BAD_ARGUMENTS</c>, <c>INVALID_CURSOR</c>.</exception>
    public static SearchRequest Of(Selection selection, WalkOptions options)
    {
        var text = (string)selection.Arguments["text"]!;
        var kinds = KindsOf(selection.Arguments.GetValueOrDefault("kinds") as IReadOnlyList<object?>);
        var mark = Cursor.MarkOf(JsonSerializer.Serialize(new { search = text, kinds }));
        var after = selection.Arguments.GetValueOrDefault("after") is string cursor ? SearchPlace.Decode(cursor, mark) : null;
        return new SearchRequest(text, kinds, ListRequest.Count(selection.Arguments, "first", options) ?? options.DefaultPageSize, after, mark);
    }

    private static IReadOnlyList<NodeKind> KindsOf(IReadOnlyList<object?>? given)
    {
        if (given is null) return ContentReader.Kinds;

        var kinds = given.Select(name => EnumNames.Parse<NodeKind>((string)name!)).Distinct().Order().ToList();
        return kinds.Except(ContentReader.Kinds).Select(fact => EnumNames.Of(fact)).FirstOrDefault() is not { } wrong
            ? kinds
            : throw new GraphException(
                ErrorCodes.BadArguments,
                $"Nodes of the kind {wrong} cannot be searched for. Those that can are {string.Join(", ", ContentReader.Kinds.Select(kind => EnumNames.Of(kind)))}.");
    }
}

/// <summary>The place of a hit among the hits: by score, then by id, in the index as it stood at a version.</summary>
internal sealed record SearchPlace(float Score, long Id, long Version)
{
    public IReadOnlyList<object?> Keys => [(double)Score, Id, Version];

    public static SearchPlace Decode(string cursor, string mark)
        => Cursor.Decode(cursor, mark, [typeof(double), typeof(long), typeof(long)]) is [double score, long id, long version]
            ? new SearchPlace((float)score, id, version)
            : throw new InvalidOperationException("A cursor holds what it was asked for.");
}
