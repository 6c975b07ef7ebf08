using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;

namespace GraphNews.Graph.Walk;

/// <summary>Reads the input objects of <c>where</c>: <c>and</c>, <c>or</c>, and a field for each property and edge.</summary>
internal static class FilterParser
{
    public static FilterNode Parse(ObjectBinding type, IReadOnlyDictionary<string, object?> input)
        => new CombinedFilter(all: true, [.. input.Select(entry => Entry(type, entry.Key, entry.Value))]);

    /// <summary>The conditions of an <c>and</c> or <c>or</c>.</summary>
    public static FilterNode Combined(string name, object? value, Func<IReadOnlyDictionary<string, object?>, FilterNode> parse)
        => new CombinedFilter(
            all: name == "and",
            [.. ((IReadOnlyList<object?>?)value ?? []).OfType<IReadOnlyDictionary<string, object?>>().Select(parse)]);

    private static FilterNode Entry(ObjectBinding type, string name, object? value)
    {
        if (name is "and" or "or") return Combined(name, value, input => Parse(type, input));

        var field = type.Field(name);
        if (value is not IReadOnlyDictionary<string, object?> input)
        {
            return field is ToOneField absent
                ? new ToOneFilter(absent, null)
                : throw new GraphException(ErrorCodes.BadArguments, $"where.{name} is null; say {{ eq: null }} to ask for what is unknown.");
        }

        return field switch
        {
            IdField => Operations.OfId(type, input),
            ColumnField column => Operations.OfColumn(column, input),
            PartialDateField date => Operations.OfPartialDate(date, input),
            LocalizedField { Text.TextField: null } => Operations.OfNames(input, type.Kind!.Value),
            LocalizedField text => Operations.OfTexts(text.Text.TextField!, input),
            ToOneField toOne => new ToOneFilter(toOne, Parse(toOne.Target, input)),
            EdgeField edge => OfEdge(edge, input),
            _ => throw new GraphException(ErrorCodes.BadArguments, $"{type.Name} cannot be filtered by {name}."),
        };
    }

    private static CombinedFilter OfEdge(EdgeField edge, IReadOnlyDictionary<string, object?> input)
        => new(all: true, [.. input.Select(entry => entry switch
        {
            { Key: "any", Value: bool any } => any ? new EdgeFilter(edge, null) : new NegatedFilter(new EdgeFilter(edge, null)),
            { Key: "some", Value: IReadOnlyDictionary<string, object?> some } => new EdgeFilter(edge, Parse(edge.Target, some)),
            { Key: "none", Value: IReadOnlyDictionary<string, object?> none } => new NegatedFilter(new EdgeFilter(edge, Parse(edge.Target, none))),
            { Key: "all", Value: IReadOnlyDictionary<string, object?> all }
                => (FilterNode)new NegatedFilter(new EdgeFilter(edge, new NegatedFilter(Parse(edge.Target, all)))),
            _ => throw new GraphException(ErrorCodes.BadArguments, $"where.{edge.Name}.{entry.Key} is null; leave it out or give a condition."),
        })]);
}
