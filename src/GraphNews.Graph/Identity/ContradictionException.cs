namespace GraphNews.Graph.Identity;

/// <summary>A judgement speaks against others that stand. Nothing of the mutation is written.</summary>
internal sealed class ContradictionException(string message, IReadOnlyList<long> judgements) : Exception(message)
{
    /// <summary>The judgements that it speaks against: undoing one of them is enough.</summary>
    public IReadOnlyList<long> Judgements { get; } = judgements;
}
