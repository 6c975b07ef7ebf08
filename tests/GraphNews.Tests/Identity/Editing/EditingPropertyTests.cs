using GraphNews.Tests.Mutations;

namespace GraphNews.Tests.Identity.Editing;

/// <summary>
/// Whatever an editor writes, judges, undoes, retracts and restores: after each mutation the graph answers as a model in plain
/// collections does, and when all is taken back, it answers as it did at first. <c>GRAPHNEWS_LONG=1</c> tries many more sequences.
/// </summary>
public sealed class EditingPropertyTests
{
    private const int Steps = 200;

    private static bool IsLong => Environment.GetEnvironmentVariable("GRAPHNEWS_LONG") is "1";

    public static TheoryData<int> Seeds
        => IsLong ? [.. Enumerable.Range(0, 50).Select(_ => Random.Shared.Next())] : [20250128, 20261127];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_graph_answers_as_the_model_after_each_mutation_and_as_at_first_when_all_is_taken_back(int seed)
    {
        await using var graph = await MutationAnswers.CreateAsync();
        var editor = new RandomEditor(graph, seed);
        try
        {
            await editor.BeginAsync();
            await CompareAsync(graph, editor);
            var first = editor.Model.Nodes.ToDictionary(node => node.Key, node => Copy(node.Value));
            var shown = await ShownGraph.OfGraphAsync(graph, [.. first.Keys]);
            for (var step = 0; step < Steps; step++)
            {
                await editor.StepAsync();
                await CompareAsync(graph, editor);
            }

            await editor.TakeBackAsync(first);
            await CompareAsync(graph, editor);
            Assert.Equal(shown, await ShownGraph.OfGraphAsync(graph, [.. first.Keys]));
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"With the seed {seed}: {failure.Message}\n\n{editor.Script}", failure);
        }
    }

    private static async Task CompareAsync(MutationAnswers graph, RandomEditor editor)
        => Assert.Equal(ShownGraph.OfModel(editor.Model, editor.Ids), await ShownGraph.OfGraphAsync(graph, editor.Ids));

    private static ModelNode Copy(ModelNode node)
    {
        var copy = new ModelNode(node.Id, node.Kind) { IsRetracted = node.IsRetracted };
        foreach (var (field, value) in node.Values) copy.Values.Add(field, value);
        foreach (var (field, end) in node.Ends) copy.Ends.Add(field, end);
        return copy;
    }
}
