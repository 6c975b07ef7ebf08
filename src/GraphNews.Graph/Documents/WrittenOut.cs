using GraphNews.Graph.Errors;
using GraphQLParser.AST;

namespace GraphNews.Graph.Documents;

/// <summary>
/// How deep and how large a document is with its fragments written out. Validators follow every spread: a chain of
/// fragments nests as braces do, which no scan of the text sees, and fragments that spread others twice double each time.
/// </summary>
internal sealed class WrittenOut
{
    private readonly DocumentLimits _limits;
    private readonly DocumentFragments _fragments;
    /// <summary>What each fragment is written out; null while it is being written out.</summary>
    private readonly Dictionary<string, (int Levels, long Selections)?> _measured = new(StringComparer.Ordinal);

    private WrittenOut(GraphQLDocument document, DocumentLimits limits)
    {
        _limits = limits;
        _fragments = new DocumentFragments(document);
    }

    /// <exception cref="GraphException"><c>TOO_DEEP</c>, <c>TOO_MANY_FIELDS</c>, or <c>VALIDATION_FAILED</c> for fragments that cannot be written out.</exception>
    public static void Check(GraphQLDocument document, DocumentLimits limits)
    {
        var check = new WrittenOut(document, limits);
        var selections = 0L;
        foreach (var definition in document.Definitions.OfType<IHasSelectionSetNode>())
        {
            var measured = check.Measure(definition.SelectionSet, 1);
            if (definition is GraphQLOperationDefinition) selections += measured.Selections;
            if (selections > limits.Selections) throw check.TooLarge(selections);
        }
    }

    private (int Levels, long Selections) Measure(GraphQLSelectionSet? set, int level)
    {
        var (levels, selections) = (0, 0L);
        foreach (var node in set?.Selections ?? [])
        {
            if (level > _limits.Depth) throw TooDeep(level);

            var below = node is GraphQLFragmentSpread spread
                ? Measure(spread.FragmentName.Name.StringValue, level + 1)
                : Measure((node as IHasSelectionSetNode)?.SelectionSet, level + 1);
            levels = Math.Max(levels, below.Levels + 1);
            selections += below.Selections + 1;
            if (level + levels - 1 > _limits.Depth) throw TooDeep(level + levels - 1);
            if (selections > _limits.Selections) throw TooLarge(selections);
        }

        return (levels, selections);
    }

    private (int Levels, long Selections) Measure(string fragment, int level)
    {
        if (_measured.TryGetValue(fragment, out var known))
            return known ?? throw new GraphException(ErrorCodes.ValidationFailed, $"The fragment {fragment} spreads itself, by itself or by others. Spread it once where you need it.");

        _measured.Add(fragment, null);
        var measured = Measure(_fragments.Find(fragment)?.SelectionSet, level);
        _measured[fragment] = measured;
        return measured;
    }

    private GraphException TooDeep(int levels)
        => new(ErrorCodes.TooDeep, $"The document nests at least {levels} levels deep with its fragments written out; the limit is {_limits.Depth}. Ask for less, or in several requests.");

    private GraphException TooLarge(long selections)
        => new(ErrorCodes.TooManyFields, $"The document has at least {selections} fields and fragments, each fragment written out wherever it is spread; the limit is {_limits.Selections}. Ask for less, or in several requests.");
}
