using GraphNews.Graph.Errors;
using GraphQLParser.AST;

namespace GraphNews.Graph.Execution;

/// <summary>
/// How deep and how large a document is with its fragments written out. Validators follow every spread: a chain of
/// fragments nests as braces do, which no scan of the text sees, and fragments that spread others twice double each time.
/// </summary>
internal sealed class WrittenOut
{
    /// <summary>Selection sets inside one another. Engines recurse by level; this many are far from a thread's stack.</summary>
    private const int MostLevels = 100;

    /// <summary>Fields and fragments. A document of 5,000 tokens has fewer, unless its fragments multiply.</summary>
    private const int MostSelections = 10_000;

    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Levels, int Selections)> _measured = new(StringComparer.Ordinal);

    private WrittenOut(GraphQLDocument document)
    {
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
            _fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
    }

    /// <exception cref="GraphException"><c>TOO_DEEP</c> or <c>TOO_MANY_TOKENS</c>.</exception>
    public static void Check(GraphQLDocument document)
    {
        var check = new WrittenOut(document);
        foreach (var definition in document.Definitions.OfType<IHasSelectionSetNode>()) check.Measure(definition.SelectionSet, 1);
    }

    private (int Levels, int Selections) Measure(GraphQLSelectionSet? set, int level)
    {
        var (levels, selections) = (0, 0);
        if (level > MostLevels) throw TooDeep();

        foreach (var node in set?.Selections ?? [])
        {
            var below = node is GraphQLFragmentSpread spread
                ? Measure(spread.FragmentName.Name.StringValue, level + 1)
                : Measure((node as IHasSelectionSetNode)?.SelectionSet, level + 1);
            levels = Math.Max(levels, below.Levels + 1);
            selections += below.Selections + 1;
            if (level + levels > MostLevels) throw TooDeep();
            if (selections > MostSelections) throw TooLarge();
        }

        return (levels, selections);
    }

    private (int Levels, int Selections) Measure(string fragment, int level)
    {
        if (_measured.TryGetValue(fragment, out var known)) return known;

        // A fragment within itself counts once: validation refuses it.
        _measured.Add(fragment, default);
        return _measured[fragment] = Measure(_fragments.GetValueOrDefault(fragment)?.SelectionSet, level);
    }

    private static GraphException TooDeep()
        => new(ErrorCodes.TooDeep, $"The document nests deeper than {MostLevels} levels with its fragments written out. Ask for less, or in several requests.");

    private static GraphException TooLarge()
        => new(ErrorCodes.TooManyTokens, $"The document has more than {MostSelections} selections with its fragments written out. Ask for less, or in several requests.");
}
