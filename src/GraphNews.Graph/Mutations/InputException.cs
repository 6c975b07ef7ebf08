using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Mutations;

/// <summary>A field of an input is wrong, or points at what is not there. Nothing of the mutation is written.</summary>
internal sealed class InputException : Exception
{
    private InputException(string code, string message, IReadOnlyList<string> path, IReadOnlyList<NodeKey>? candidates)
        : base(message) => (Code, Path, Candidates) = (code, path, candidates);

    /// <summary>One of <see cref="Errors.ErrorCodes"/>.</summary>
    public string Code { get; }

    /// <summary>Names of fields and indexes of lists, from the argument on.</summary>
    public IReadOnlyList<string> Path { get; }

    /// <summary>What may be meant; null where the field is no reference.</summary>
    public IReadOnlyList<NodeKey>? Candidates { get; }

    /// <summary>A value is wrong.</summary>
    public static InputException Value(string code, string message, IReadOnlyList<string> path) => new(code, message, path, null);

    /// <summary>A reference leads nowhere, or to several.</summary>
    public static InputException Reference(string code, string message, IReadOnlyList<string> path, params IReadOnlyList<NodeKey> candidates)
        => new(code, message, path, candidates);
}

/// <summary>Somebody changed a node since the version that an input expects.</summary>
internal sealed class StaleVersionException(Node node)
    : Exception($"The {node.Kind} was changed in version {node.UpdatedVersion}. Read it again, and send that version if your change still holds.")
{
    /// <summary>The version that last changed it.</summary>
    public long UpdatedVersion { get; } = node.UpdatedVersion;
}
