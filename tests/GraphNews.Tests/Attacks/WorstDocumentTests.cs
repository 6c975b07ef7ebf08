using System.Globalization;
using GraphNews.Graph.Documents;
using GraphNews.Tests.Limits;
using GraphQLParser;
using Xunit.Abstractions;

namespace GraphNews.Tests.Attacks;

/// <summary>To refuse a document takes time in proportion to its length, whatever it holds.</summary>
[Collection(SharedAttackedServer.Name)]
public sealed class WorstDocumentTests(AttackedServer server, ITestOutputHelper output)
{
    /// <summary>What a document may take that is refused.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    public static TheoryData<string> Names() => [.. WorstDocuments.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_answered_with_a_code_and_the_server_lives(string name)
    {
        var body = WorstDocuments.Body(name);
        var answer = await server.PostAsync(body);

        Assert.True(answer.Status is 200 or 400 or 413, $"{answer.Status}: {answer.Text[..Math.Min(500, answer.Text.Length)]}");
        Assert.True(answer.Status == 200 || answer.Code is not null, answer.Text);
        Assert.NotEqual("INTERNAL", answer.Code);
        Assert.InRange(answer.Text.Length, 1, 150_000);
        await server.AskAsync();
        if (AttackedServer.IsLong) await AssertQuickAsync(name, body);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(10)]
    public void Fields_that_double_take_steps_in_proportion_to_the_document_written_out(int levels)
    {
        var document = Parser.Parse(WorstDocuments.Doubled(levels));

        Assert.InRange(FieldMerging.StepsOf(document, Documents.Schema), 1, 20 * document.Definitions.Count * 12);
    }

    [Fact]
    public void Types_that_exclude_one_another_inside_one_another_take_bounded_steps()
        => Assert.InRange(FieldMerging.StepsOf(Parser.Parse(WorstDocuments.Excluding(8)), Documents.Schema), 1, 100_000);

    /// <summary>
    /// The processor's time, which does not depend on what else the machine does, once the code that refuses it is compiled;
    /// each time another document, so that none is known.
    /// </summary>
    private async Task AssertQuickAsync(string name, string body)
    {
        const int Times = 20;
        for (var i = 0; i < Times; i++) await server.PostAsync(Another(i));
        var before = server.ProcessorTime;
        for (var i = Times; i < 2 * Times; i++) await server.PostAsync(Another(i));
        var taken = (server.ProcessorTime - before) / Times;

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {taken.TotalMilliseconds:0.0} ms"));
        Assert.InRange(taken, TimeSpan.Zero, Longest);

        string Another(int i) => body.Replace("{\"query\":\"", $"{{\"query\":\"#{i}\\n", StringComparison.Ordinal);
    }
}
