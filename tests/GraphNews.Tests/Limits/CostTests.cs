using GraphNews.Graph.Binding;
using GraphNews.Graph.Costs;
using GraphNews.Server.Settings;
using GraphNews.Tests.Schema;
using GraphQLParser.AST;

namespace GraphNews.Tests.Limits;

/// <summary>What an operation may cost is known before it runs, by the schema's directives and the variables.</summary>
public sealed class CostTests
{
    [Theory]
    [InlineData("{ graph { version } }", 10, 2)]
    [InlineData("{ officials { nodes { slug } } }", 11, 12)]
    [InlineData("{ officials(first: 7) { nodes { slug } } }", 11, 9)]
    [InlineData("{ officials(last: 3) { nodes { slug } totalCount } }", 12, 5)]
    [InlineData("{ officials(first: 7, last: 30) { nodes { slug } } }", 11, 32)]
    [InlineData("{ officials(first: 7) { edges { cursor node { slug } } } }", 18, 16)]
    [InlineData("{ officials(first: 7) { nodes { meetings(first: 5) { nodes { slug } } } } }", 25, 51)]
    [InlineData("{ official(slug: \"a\") { tenures { status } } }", 11, 7)]
    [InlineData("{ nodes(ids: [\"a\", \"b\", \"c\"]) { id } }", 10, 4)]
    [InlineData("mutation { a: cite(input: {}) { errors { __typename } } b: cite(input: {}) { errors { __typename } } }", 24, 5)]
    [InlineData("{ __typename nothingOfThatName { slug } }", 0, 1)]
    public void What_is_below_a_list_counts_once_for_each_item(string query, double fields, double types)
        => Assert.Equal(new OperationCost(fields, types), Documents.CostOf(query));

    [Theory]
    [InlineData("query ($n: Int!) { officials(first: $n) { nodes { slug } } }", 50, 52)]
    [InlineData("query ($n: Int = 20) { officials(first: $n) { nodes { slug } } }", 50, 52)]
    [InlineData("query ($n: Int = 20) { officials(first: $n) { nodes { slug } } }", null, 22)]
    [InlineData("query ($n: Int) { officials(first: $n) { nodes { slug } } }", null, 12)]
    [InlineData("query ($n: Int) { officials(first: $n) { nodes { slug } } }", -5, 2)]
    [InlineData("query ($n: Int) { officials(first: $n) { nodes { slug } } }", 2_000_000_000, 102)]
    public void The_size_of_a_page_counts_by_its_variable(string query, int? size, double types)
        => Assert.Equal(types, Documents.CostOf(query, size is null ? null : new { n = size }).TypeCost);

    [Fact]
    public void A_list_of_ids_counts_by_its_variable()
        => Assert.Equal(41, Documents.CostOf("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = Enumerable.Range(0, 40) }).TypeCost);

    [Fact]
    public void Of_the_types_that_a_field_may_lead_to_the_dearest_counts()
    {
        const string Meetings = "... on Official { meetings(first: 50) { nodes { slug } } }";

        var alone = Documents.CostOf($"{{ node(id: \"a\") {{ {Meetings} }} }}");

        Assert.Equal(alone, Documents.CostOf($"{{ node(id: \"a\") {{ {Meetings} ... on Agency {{ hostedMeetings(first: 20) {{ nodes {{ slug }} }} }} }} }}"));
        Assert.Equal(alone, Documents.CostOf($"{{ node(id: \"a\") {{ ... on Node {{ ... on Entity {{ {Meetings} }} }} }} }}"));
    }

    [Fact]
    public void A_fragment_costs_what_it_would_cost_written_out()
        => Assert.Equal(
            Documents.CostOf("{ officials { nodes { slug meetings { nodes { slug place { slug } } } } } }"),
            Documents.CostOf("{ officials { nodes { ...A ...B } } } fragment A on Official { slug ...B } fragment B on Official { meetings { nodes { ...C } } } fragment C on Meeting { slug place { slug } }"));

    [Fact]
    public void A_field_that_is_asked_for_twice_weighs_once_and_what_is_below_it_is_added_up()
        => Assert.Equal(
            new OperationCost(10 + 1 + 1 + 1, 1 + 1 + 1 + 1 + 20),
            Documents.CostOf("{ official(slug: \"a\") { slug country { slug } } official(slug: \"a\") { slug meetings(first: 20) { nodes { slug } } } }"));

    [Fact]
    public void A_condition_costs_the_same_in_the_document_and_in_a_variable()
    {
        var where = new { participations = new { some = new { official = new { name = new { matches = "x" } } } }, and = new object[] { new { slug = new { eq = "a" } } } };

        var cost = Documents.CostOf("query ($w: MeetingFilterInput) { meetings(where: $w) { totalCount } }", new { w = where });

        Assert.Equal(cost, Documents.CostOf("{ meetings(where: { participations: { some: { official: { name: { matches: \"x\" } } } } and: [{ slug: { eq: \"a\" } }] }) { totalCount } }"));
        Assert.Equal(10 + 1 + 1 + 1 + 5 + 1 + 1 + 20 + 1 + 1, cost.FieldCost);
    }

    [Fact]
    public void Asking_for_the_whole_schema_has_a_price()
        => Assert.Equal(new OperationCost(2_100, 2_101), Documents.CostOf("{ __schema { types { name } } b: __schema { types { name } } __type(name: \"Official\") { name } }"));

    public static TheoryData<string> SavedOperations()
        => [.. Directory.GetFiles(Path.Combine(SchemaFolder.Path, "operations"), "*.graphql").Select(path => Path.GetFileNameWithoutExtension(path))];

    [Theory]
    [MemberData(nameof(SavedOperations))]
    public void Every_saved_operation_is_within_the_default_limits(string name) => AssertWithin(SavedOperation.Read(name));

    [Theory]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(13)]
    public void What_IDEs_and_code_generators_ask_of_the_schema_is_within_the_default_limits(int levels) => AssertWithin(ClientIntrospection.Query(levels));

    [Fact]
    public void Every_list_of_the_schema_says_how_long_it_is_taken_to_be()
    {
        var types = Documents.Schema.Document.Types;
        var sized = Fields().SelectMany(field => Documents.Schema.Costs.OfField(field.Type, field.Name)!.Size?.SizedFields.Select(below => (TypeText.NamedTypeOf(field.Definition.Type), below)) ?? []).ToHashSet();

        var silent = Fields()
            .Where(field => Documents.Schema.Costs.OfField(field.Type, field.Name) is { IsList: true, Size: null } list && types.GetValueOrDefault(list.Type) is IHasFieldsDefinitionNode)
            .Where(field => !sized.Contains((field.Type, field.Name)))
            .Select(field => $"{field.Type}.{field.Name}");

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_field_that_asks_the_database_by_itself_weighs_ten_or_more()
        => Assert.All(Fields().Where(field => field.Type is "Query" or "Mutation"), field => Assert.InRange(Documents.Schema.Costs.OfField(field.Type, field.Name)!.Weight, 10, 1_000));

    [Fact]
    public void A_field_costs_the_same_by_its_interface_and_by_its_type()
    {
        foreach (var general in Documents.Schema.Document.Types.Values.OfType<GraphQLInterfaceTypeDefinition>())
        {
            foreach (var (field, type) in general.Fields!.SelectMany(field => Documents.Schema.Abstracts[general.Name.StringValue].PossibleTypes.Select(type => (field.Name.StringValue, type.Name))))
            {
                var (one, other) = (Documents.Schema.Costs.OfField(general.Name.StringValue, field)!, Documents.Schema.Costs.OfField(type, field)!);
                Assert.True((one.Weight, one.Size?.Assumed) == (other.Weight, other.Size?.Assumed), $"{type}.{field} and {general.Name}.{field}");
            }
        }
    }

    [Theory]
    [InlineData("  a: String @cost(weight: \"dear\")", "Query.a has @cost with a weight that is no number")]
    [InlineData("  a: String @listSize(slicingArguments: [\"first\"])", "Query.a has @listSize with first, which it does not have")]
    [InlineData("  a: Official @listSize(sizedFields: [\"nodes\"])", "Query.a has @listSize with nodes, which it does not have")]
    public void A_directive_that_cannot_be_meant_stops_the_start_with_its_file_and_line(string field, string message)
    {
        var sources = SchemaSource.ReadFolder(SchemaFolder.Path).Append(new SchemaSource("extra.graphql", $"extend type Query {{\n{field}\n}}")).ToList();

        var mistakes = Assert.Throws<SchemaException>(() => SchemaBinding.Bind(SchemaDocument.Merge(sources))).Mistakes;

        Assert.Contains(mistakes, mistake => mistake.StartsWith("extra.graphql:2: ", StringComparison.Ordinal) && mistake.Contains(message, StringComparison.Ordinal));
    }

    private static IEnumerable<(string Type, string Name, GraphQLFieldDefinition Definition)> Fields()
        => Documents.Schema.Document.Types.Values.SelectMany(type => SchemaDocument.MembersOf(type).OfType<GraphQLFieldDefinition>()
            .Select(field => (type.Name.StringValue, field.Name.StringValue, field)));

    private static void AssertWithin(string query)
    {
        var (cost, limits) = (Documents.CostOf(query), new LimitsSettings());
        Assert.InRange(cost.FieldCost, 0, limits.FieldCost);
        Assert.InRange(cost.TypeCost, 0, limits.TypeCost);
    }
}
