namespace GraphNews.Graph.Imports;

/// <summary>
/// Which record has a name, by the name's hash: 20 bytes a slot, where a dictionary of strings would take hundreds. With 128
/// bits two names of a million never meet. It is in parts that grow one by one, so that growing never holds all twice.
/// </summary>
internal sealed class OrdinalTable
{
    private const int PartBits = 8;

    private readonly Part?[] _parts = new Part?[1 << PartBits];

    /// <summary>Notes which record has a name from now on.</summary>
    public void Set(UInt128 hash, int ordinal) => (_parts[Number(hash)] ??= new Part()).Set(hash, ordinal);

    /// <summary>The record that has a name; -1 if none has.</summary>
    public int Find(UInt128 hash) => _parts[Number(hash)]?.Find(hash) ?? -1;

    private static int Number(UInt128 hash) => (int)(hash >> (128 - PartBits));

    /// <summary>A hash table with open addressing, never full.</summary>
    private sealed class Part
    {
        private const int Free = 0;

        private UInt128[] _hashes = new UInt128[16];
        private int[] _ordinals = new int[16];
        private int _count;

        public void Set(UInt128 hash, int ordinal)
        {
            if (_count >= _ordinals.Length * 3 / 4) Grow();
            var slot = Slot(hash);
            if (_ordinals[slot] == Free) _count++;
            (_hashes[slot], _ordinals[slot]) = (hash, ordinal + 1);
        }

        public int Find(UInt128 hash) => _ordinals[Slot(hash)] - 1;

        private int Slot(UInt128 hash)
        {
            var mask = _ordinals.Length - 1;
            var slot = (int)((ulong)hash & (ulong)mask);
            while (_ordinals[slot] != Free && _hashes[slot] != hash) slot = (slot + 1) & mask;
            return slot;
        }

        private void Grow()
        {
            var (hashes, ordinals) = (_hashes, _ordinals);
            (_hashes, _ordinals) = (new UInt128[hashes.Length * 2], new int[hashes.Length * 2]);
            for (var i = 0; i < ordinals.Length; i++)
            {
                if (ordinals[i] == Free) continue;
                var slot = Slot(hashes[i]);
                (_hashes[slot], _ordinals[slot]) = (hashes[i], ordinals[i]);
            }
        }
    }
}
