namespace GraphNews.Graph.Imports;

/// <summary>
/// The order in which records are written: each after all that it points at, otherwise as they come. Records that point at
/// each other in a circle come together. Tarjan's strongly connected components, without recursion.
/// </summary>
internal sealed class RecordOrder(RecordGraph records)
{
    private readonly int[] _found = new int[records.Count];
    private readonly int[] _lowest = new int[records.Count];
    private readonly List<int> _open = [];
    private readonly Stack<(int Record, int Edge)> _path = new();
    private int _number;

    /// <summary>Batches of groups: a group is one record, or several in a circle, which no batch parts.</summary>
    /// <param name="size">The most records in a batch; a larger circle is a batch of its own.</param>
    public IEnumerable<List<int[]>> Batches(int size)
    {
        var batch = new List<int[]>();
        var count = 0;
        foreach (var group in Groups())
        {
            if (count > 0 && count + group.Length > size)
            {
                yield return batch;
                (batch, count) = ([], 0);
            }

            batch.Add(group);
            count += group.Length;
        }

        if (count > 0) yield return batch;
    }

    private IEnumerable<int[]> Groups()
    {
        for (var root = 0; root < records.Count; root++)
        {
            if (_found[root] != 0 || records.IsRejected(root)) continue;
            Enter(root);
            while (_path.Count > 0)
            {
                var (record, edge) = _path.Pop();
                if (edge < records.EdgeCount(record))
                {
                    _path.Push((record, edge + 1));
                    Follow(record, records.Edge(record, edge));
                    continue;
                }

                if (_path.TryPeek(out var before)) _lowest[before.Record] = Math.Min(_lowest[before.Record], _lowest[record]);
                if (_lowest[record] == _found[record]) yield return Close(record);
            }
        }
    }

    private void Enter(int record)
    {
        _found[record] = _lowest[record] = ++_number;
        _open.Add(record);
        _path.Push((record, 0));
    }

    private void Follow(int record, int target)
    {
        if (target < 0 || records.IsRejected(target)) return;
        if (_found[target] == 0) Enter(target);
        else if (_found[target] != int.MaxValue) _lowest[record] = Math.Min(_lowest[record], _found[target]);
    }

    private int[] Close(int first)
    {
        var at = _open.LastIndexOf(first);
        int[] group = [.. _open.Skip(at)];
        _open.RemoveRange(at, _open.Count - at);
        foreach (var record in group) _found[record] = int.MaxValue;
        Array.Sort(group);
        return group;
    }
}
