namespace GraphNews.Graph.Imports;

/// <summary>
/// Which record has a name, by the name's hash: 20 bytes a slot, where a dictionary of strings would take hundreds. With 128
/// bits two names of a million never meet.
/// </summary>
internal sealed class OrdinalTable
{
    private const int Free = 0;

    private UInt128[] _hashes = new UInt128[1024];
    private int[] _ordinals = new int[1024];
    private int _count;

    /// <summary>Notes which record has a name from now on.</summary>
    public void Set(UInt128 hash, int ordinal)
    {
        if (_count > _ordinals.Length * 3 / 4) Grow();
        var slot = Slot(_hashes, _ordinals, hash);
        if (_ordinals[slot] == Free) _count++;
        (_hashes[slot], _ordinals[slot]) = (hash, ordinal + 1);
    }

    /// <summary>The record that has a name; -1 if none has.</summary>
    public int Find(UInt128 hash) => _ordinals[Slot(_hashes, _ordinals, hash)] - 1;

    private static int Slot(UInt128[] hashes, int[] ordinals, UInt128 hash)
    {
        var mask = ordinals.Length - 1;
        var slot = (int)((ulong)hash & (ulong)mask);
        while (ordinals[slot] != Free && hashes[slot] != hash) slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        var hashes = new UInt128[_hashes.Length * 2];
        var ordinals = new int[hashes.Length];
        for (var i = 0; i < _ordinals.Length; i++)
        {
            if (_ordinals[i] == Free) continue;
            var slot = Slot(hashes, ordinals, _hashes[i]);
            (hashes[slot], ordinals[slot]) = (_hashes[i], _ordinals[i]);
        }

        (_hashes, _ordinals) = (hashes, ordinals);
    }
}
