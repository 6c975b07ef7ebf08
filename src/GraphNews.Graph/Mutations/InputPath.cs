namespace GraphNews.Graph.Mutations;

/// <summary>Where something stands in an input.</summary>
internal static class InputPath
{
    private static readonly char[] Marks = ['.', '[', ']'];

    /// <summary>The path of a field as records spell it: <c>names[0].value</c>.</summary>
    public static IReadOnlyList<string> Of(string field) => [MutationEdit.Root, .. field.Split(Marks, StringSplitOptions.RemoveEmptyEntries)];
}
