using System.Text.Json;

namespace GraphNews.Tests.Attacks;

/// <summary>
/// The worst that a client can send of each sort, just below or above a default limit: 100,000 characters, 2,500 tokens, 400
/// fields, 4,000 written out, 100 aliases, 100 directives, 40 levels, 20,000 values, 1 MiB of body.
/// </summary>
internal static class WorstDocuments
{
    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["one field 400 times"] = Ask("{ official(slug: \"a\") { " + Times(399, "slug ") + "} }"),
        ["one field 2,500 times"] = Ask("{ " + Times(2_490, "a ") + "}"),
        ["400 unknown fields that are like mutations"] = Ask("mutation { " + Each(400, i => $"addOfficia{i:000} ") + "}"),
        ["one unknown name of 90,000 letters"] = Ask("{ " + new string('a', 90_000) + " }"),
        ["100 aliases of the whole schema"] = Ask("{ " + Each(100, i => $"a{i}: __schema {{ types {{ name fields {{ name }} }} }} ") + "}"),
        ["10,000 aliases"] = Ask("{ " + Each(10_000, i => $"a{i}:a ") + "}"),
        ["100 unknown directives on one field"] = Ask("{ __typename " + Times(100, "@a ") + "}"),
        ["2,000 directives"] = Ask("{ __typename " + Times(2_000, "@a ") + "}"),
        ["fields inside one another, each twice"] = Ask(Doubled(11)),
        ["400 fields of one name with different arguments"] = Ask("{ official(slug: \"a\") { " + Each(390, i => $"name(language: \"{i}\") ") + "} }"),
        ["400 fields of one name on types that exclude one another"] = Ask("{ node(id: \"a\") { " + Each(195, i => $"... on {(i % 2 == 0 ? "Official" : "Agency")} {{ x: {(i % 2 == 0 ? "birthDate" : "founded")} {{ text }} }} ") + "} }"),
        ["types that exclude one another inside one another"] = Ask(Excluding(8)),
        ["fragments that double"] = Ask("{ official(slug: \"a\") { ...F0 } } " + Each(11, i => $"fragment F{i} on Official {{ ...F{i + 1} ...F{i + 1} }} ") + "fragment F11 on Official { slug }"),
        ["fragments that double 25 times"] = Ask("{ official(slug: \"a\") { ...F0 } } " + Each(25, i => $"fragment F{i} on Official {{ ...F{i + 1} ...F{i + 1} }} ") + "fragment F25 on Official { slug }"),
        ["340 fragments that nobody spreads"] = Ask("{ __typename } " + Each(340, i => $"fragment F{i} on Query {{ __typename }} ")),
        ["270 fragments that are all spread"] = Ask("{ " + Each(270, i => $"...F{i} ") + "} " + Each(270, i => $"fragment F{i} on Query {{ __typename }} ")),
        ["a circle of 300 fragments"] = Ask("{ ...F0 } " + Each(300, i => $"fragment F{i} on Query {{ ...F{(i + 1) % 300} }} ")),
        ["a circle of fragments through fields"] = Ask("{ officials { nodes { ...A } } } fragment A on Official { meetings { nodes { ...B } } } fragment B on Meeting { participations { nodes { official { ...A } } } }"),
        ["390 operations"] = Ask(Each(390, i => $"query Q{i} {{ __typename }} ")),
        ["the circle of the schema"] = Ask("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }"),
        ["40,000 braces"] = Ask(new string('{', 40_000)),
        ["38 levels"] = Ask(Times(38, "{ a ") + Times(38, "} ")),
        ["a list of 1,200 wrong items"] = Ask("{ nodes(ids: [" + Times(1_200, "{} ") + "]) { id } }"),
        ["a list of 2,450 items"] = Ask("{ nodes(ids: [" + Times(2_450, "1 ") + "]) { id } }"),
        ["an input of 800 unknown fields"] = Ask("{ meetings(where: { " + Each(800, i => $"a{i}:1 ") + "}) { totalCount } }"),
        ["800 arguments"] = Ask("{ official(" + Each(800, i => $"a{i}:1 ") + ") { slug } }"),
        ["800 times one argument"] = Ask("{ official(" + Times(800, "slug:1 ") + ") { slug } }"),
        ["lists in lists, 38 levels"] = Ask("{ nodes(ids: " + new string('[', 36) + new string(']', 36) + ") { id } }"),
        ["conditions in conditions, 18 levels"] = Ask("{ meetings(where: " + Times(17, "{ and: [") + "{}" + Times(17, "] }") + ") { totalCount } }"),
        ["260 conditions"] = Ask("{ meetings(where: { or: [" + Times(260, "{ slug: { eq: \"a\" } } ") + "] }) { totalCount } }"),
        ["600 variables of unknown types"] = Ask("query (" + Each(600, i => $"$a{i}: Strinh ") + ") { __typename }"),
        ["600 variables that nobody uses"] = Ask("query (" + Each(600, i => $"$a{i}: Int ") + ") { __typename }"),
        ["340 variables, all used"] = Ask("query (" + Each(340, i => $"$a{i}: ID! ") + ") { nodes(ids: [" + Each(340, i => $"$a{i} ") + "]) { id } }", "{" + string.Join(',', Enumerable.Range(0, 340).Select(i => $"\"a{i}\":\"x\"")) + "}"),
        ["600 variables of one name"] = Ask("query (" + Times(600, "$a: Int ") + ") { __typename }"),
        ["a text of 95,000 letters"] = Ask("{ official(slug: \"" + new string('a', 95_000) + "\") { slug } }"),
        ["a text of 15,000 escapes"] = Ask("{ official(slug: \"" + Times(15_000, "\\u0061") + "\") { slug } }"),
        ["a text that does not end"] = Ask("{ official(slug: \"" + new string('a', 95_000)),
        ["a text of 7,900 letters that does not end"] = Ask("{ official(slug: \"" + new string('a', 7_900)),
        ["a mistake after 95,000 spaces"] = Ask("{ " + new string(' ', 95_000) + "?"),
        ["a mistake between lines of 7,900 letters"] = Ask("{ " + new string('a', 7_900) + "\n ? " + new string('b', 7_900) + "\n" + new string('c', 7_900) + "}"),
        ["a mistake after a comment of 95,000 letters"] = Ask("{ #" + new string('a', 95_000) + "\n ?"),
        ["a block text of 95,000 lines"] = Ask("{ official(slug: \"\"\"" + Times(95_000, "\n") + "\"\"\") { slug } }"),
        ["a number of 95,000 digits"] = Ask("{ officials(first: " + new string('9', 95_000) + ") { totalCount } }"),
        ["an exponent of 90,000 digits"] = Ask("{ officials(first: 1e" + new string('9', 90_000) + ") { totalCount } }"),
        ["95,000 commas"] = Ask("{ __typename " + new string(',', 95_000) + "}"),
        ["a variable of 950,000 digits"] = Ask(FirstByVariable, "{\"n\":" + new string('9', 950_000) + "}"),
        ["a variable of 950,000 letters"] = Ask("query ($s: String) { official(slug: $s) { slug } }", "{\"s\":\"" + new string('a', 950_000) + "\"}"),
        ["a variable of 400,000 items"] = Ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", "{\"ids\":[" + Times(400_000, "1,") + "1]}"),
        ["a variable of 19,000 items"] = Ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", "{\"ids\":[" + Times(19_000, "1,") + "1]}"),
        ["a variable of 60,000 conditions"] = Ask("query ($w: MeetingFilterInput) { meetings(where: $w) { totalCount } }", "{\"w\":{\"or\":[" + Times(60_000, "{\"slug\":{}},") + "{}]}}"),
        ["a variable of 60 levels"] = Ask("query ($w: MeetingFilterInput) { meetings(where: $w) { totalCount } }", "{\"w\":" + Times(29, "{\"and\":[") + "{}" + Times(29, "]}") + "}"),
        ["80,000 variables that the operation does not have"] = Ask("{ __typename }", "{" + Each(80_000, i => $"\"{i}\":1,") + "\"a\":1}"),
        ["80,000 unknown fields of a variable"] = Ask("query ($w: MeetingFilterInput) { meetings(where: $w) { totalCount } }", "{\"w\":{" + Each(80_000, i => $"\"{i}\":1,") + "\"a\":1}}"),
        ["pages inside pages"] = Ask("{ officials(first: 100) { nodes { meetings(first: 100) { nodes { participations(first: 100) { nodes { role } } } } } } }"),
    };

    private const string FirstByVariable = "query ($n: Int) { officials(first: $n) { totalCount } }";

    public static IReadOnlyCollection<string> Names => Bodies.Keys;

    /// <summary>The body that a client sends.</summary>
    public static string Body(string name) => Bodies[name];

    /// <summary>Each field is asked for twice and leads to the next: 2,000 fields where one is meant.</summary>
    public static string Doubled(int levels)
        => "{ official(slug: \"a\") { ...F0 } } " + Each(levels, i => i % 2 == 0
            ? $"fragment F{i} on Official {{ meetings {{ nodes {{ ...F{i + 1} }} }} meetings {{ nodes {{ ...F{i + 1} }} }} }} "
            : $"fragment F{i} on Meeting {{ participations {{ nodes {{ official {{ ...F{i + 1} }} }} }} participations {{ nodes {{ official {{ ...F{i + 1} }} }} }} }} ")
        + $"fragment F{levels} on {(levels % 2 == 0 ? "Official" : "Meeting")} {{ slug }}";

    /// <summary>At each level two types that exclude one another, and an interface that fits both: 2 to the power of levels of combinations.</summary>
    public static string Excluding(int levels)
    {
        string Chain(int left) => left == 0 ? "id" : $"citations {{ nodes {{ subject {{ ... on Entity {{ {Chain(left - 1)} }} }} }} }}";
        string Level(int left) => left == 0
            ? "id"
            : $"citations {{ nodes {{ subject {{ ... on Official {{ {Chain(left - 1)} }} ... on Agency {{ {Chain(left - 1)} }} ... on Entity {{ {Level(left - 1)} }} }} }} }}";
        return $"{{ node(id: \"a\") {{ ... on Entity {{ {Level(levels)} }} }} }}";
    }

    private static string Ask(string query, string variables = "{}") => $"{{\"query\":{JsonSerializer.Serialize(query)},\"variables\":{variables}}}";

    private static string Times(int times, string text) => string.Concat(Enumerable.Repeat(text, times));

    private static string Each(int times, Func<int, string> text) => string.Concat(Enumerable.Range(0, times).Select(text));
}
