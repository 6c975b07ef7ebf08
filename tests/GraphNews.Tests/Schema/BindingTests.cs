using GraphNews.Graph.Binding;

namespace GraphNews.Tests.Schema;

public sealed class BindingTests
{
    private static readonly IReadOnlyList<SchemaSource> Sources = SchemaSource.ReadFolder(SchemaFolder.Path);

    [Fact]
    public void The_schema_and_the_code_fit() => Assert.NotEmpty(SchemaBinding.Bind(SchemaDocument.Merge(Sources)).Objects);

    [Fact]
    public void The_generated_inputs_are_those_that_follow_from_the_model()
    {
        foreach (var generated in InputGenerator.Generate(Sources))
            Assert.Equal(generated.Text, Sources.Single(source => source.File == generated.File).Text);
    }

    [Fact]
    public void A_field_without_code_stops_the_start_with_its_file_and_line()
    {
        var mistakes = MistakesOf([.. Sources, new SchemaSource("extra.graphql", "\nextend type Meeting {\n  colour: String\n}\n")]);
        Assert.Contains(mistakes, mistake => mistake.StartsWith("extra.graphql:3: Meeting.colour has no code", StringComparison.Ordinal));
    }

    [Fact]
    public void A_property_without_a_field_stops_the_start_with_the_type_and_the_field()
    {
        var mistakes = MistakesOf(Changed("posts.graphql", "  rank: String\n", "  grade: String\n"));
        Assert.Contains(mistakes, mistake => mistake.StartsWith("posts.graphql:", StringComparison.Ordinal) && mistake.Contains("Post has no field rank", StringComparison.Ordinal));
    }

    [Fact]
    public void Declared_code_without_a_field_stops_the_start_with_its_name()
    {
        var mistakes = MistakesOf(Changed("agencies.graphql", "  hostedMeetings(", "  meetingsHosted("));
        Assert.Contains(mistakes, mistake => mistake.Contains("AgencyEdges.HostedMeetings: the schema has no field Agency.hostedMeetings", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("posts.graphql", "  rank: String\n", "  rank: Int\n", "Post.rank is Int, but its property holds String")]
    [InlineData("posts.graphql", "  rank: String\n", "  rank: String!\n", "Post.rank is String!, but its property may be null")]
    [InlineData("posts.graphql", "  agency: Agency\n", "  agency: Place\n", "Post.agency leads to Place, but its code leads to Agency")]
    [InlineData("meetings.graphql", "  starts: PartialDate\n", "  starts: Date\n", "Meeting.starts is Date, but its property holds a partial date")]
    [InlineData("meetings.graphql", "  TRILATERAL\n", "  TRIPARTITE\n", "MeetingKind has no value TRILATERAL")]
    [InlineData("meetings.graphql", "  TRILATERAL\n", "  TRIPARTITE\n", "MeetingKind.TRIPARTITE has no member")]
    public void A_field_of_another_type_than_its_code_stops_the_start(string file, string from, string to, string message)
        => Assert.Contains(MistakesOf(Changed(file, from, to)), mistake => mistake.StartsWith(file, StringComparison.Ordinal) && mistake.Contains(message, StringComparison.Ordinal));

    [Theory]
    [InlineData("type Meeting {", "extra.graphql:1")]
    [InlineData("type Meeting { id: ID! }", "type Meeting is already defined at meetings.graphql:")]
    [InlineData("extend type Summit { id: ID! }", "there is no type Summit to extend")]
    [InlineData("extend enum Meeting { A }", "Meeting is not of the kind that this extension extends")]
    [InlineData("extend type Meeting { slug: String! }", "Meeting.slug is already defined")]
    [InlineData("extend type Meeting { colour: Colour }", "Meeting.colour uses the type Colour, which no file defines")]
    [InlineData("query Q { graph { version } }", "a schema file holds type, directive and extend definitions only")]
    public void A_broken_schema_file_stops_the_start_with_its_file_and_line(string text, string message)
    {
        var mistakes = MistakesOf([.. Sources, new SchemaSource("extra.graphql", text)]);
        Assert.Contains(mistakes, mistake => mistake.StartsWith("extra.graphql:1", StringComparison.Ordinal) && mistake.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_schema_folder_stops_the_start_with_its_path()
        => Assert.Contains("/nowhere", Assert.Throws<SchemaException>(() => SchemaSource.ReadFolder("/nowhere")).Message, StringComparison.Ordinal);

    private static IReadOnlyList<SchemaSource> Changed(string file, string from, string to)
    {
        var source = Sources.Single(source => source.File == file);
        Assert.Contains(from, source.Text, StringComparison.Ordinal);
        return [.. Sources.Where(other => other.File != file), new SchemaSource(file, source.Text.Replace(from, to, StringComparison.Ordinal))];
    }

    private static IReadOnlyList<string> MistakesOf(IReadOnlyList<SchemaSource> sources)
        => Assert.Throws<SchemaException>(() => SchemaBinding.Bind(SchemaDocument.Merge(sources))).Mistakes;
}
