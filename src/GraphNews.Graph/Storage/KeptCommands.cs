using System.Data.Common;

namespace GraphNews.Graph.Storage;

/// <summary>
/// The commands of a connection that stays open, by what they were made for: the database prepares each once, and not
/// once for each answer. Bounded, because clients choose the statements; used by one snapshot at a time.
/// </summary>
public sealed class KeptCommands : IDisposable
{
    /// <summary>A named operation has about a dozen statements.</summary>
    private const int Most = 200;

    private readonly Dictionary<object, LinkedListNode<(object Statement, DbCommand Command)>> _commands = new(ReferenceEqualityComparer.Instance);
    private readonly LinkedList<(object Statement, DbCommand Command)> _lastUsedFirst = new();

    /// <summary>The command of a statement; null if it has to be made.</summary>
    internal DbCommand? Find(object statement)
    {
        if (!_commands.TryGetValue(statement, out var known)) return null;

        _lastUsedFirst.Remove(known);
        _lastUsedFirst.AddFirst(known);
        return known.Value.Command;
    }

    /// <summary>Keeps a command that was made for a statement; the one that was not used for the longest time makes room.</summary>
    internal void Keep(object statement, DbCommand command)
    {
        if (_commands.Count == Most) Drop(_lastUsedFirst.Last!.Value.Statement);
        _commands.Add(statement, _lastUsedFirst.AddFirst((statement, command)));
    }

    /// <summary>Gives a command up, such as one that failed; nothing if there is none.</summary>
    internal void Drop(object statement)
    {
        if (!_commands.Remove(statement, out var known)) return;

        _lastUsedFirst.Remove(known);
        known.Value.Command.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, command) in _lastUsedFirst) command.Dispose();
        _commands.Clear();
        _lastUsedFirst.Clear();
    }
}
