using System.Numerics;

namespace GraphNews.Graph.Imports;

/// <summary>
/// A list for a value of each record of a run. It grows by chunks: a list that doubles holds three times its values while it
/// is copied, and leaves arrays behind that are collected late.
/// </summary>
internal sealed class ChunkedList<T>
    where T : unmanaged
{
    private const int ChunkSize = 1 << 14;

    private static readonly int Shift = BitOperations.Log2(ChunkSize);

    private readonly List<T[]> _chunks = [];

    /// <summary>How many values there are.</summary>
    public int Count { get; private set; }

    /// <summary>A value by its number; <see cref="ArgumentOutOfRangeException"/> where there is none.</summary>
    public T this[int index]
    {
        get => Chunk(index)[index & (ChunkSize - 1)];
        set => Chunk(index)[index & (ChunkSize - 1)] = value;
    }

    /// <summary>Adds a value at the end.</summary>
    public void Add(T value)
    {
        if (Count == _chunks.Count * ChunkSize) _chunks.Add(new T[ChunkSize]);
        Count++;
        this[Count - 1] = value;
    }

    private T[] Chunk(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        return _chunks[index >> Shift];
    }
}
