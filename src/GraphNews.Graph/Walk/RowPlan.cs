using System.Data.Common;
using GraphNews.Graph.Model;

namespace GraphNews.Graph.Walk;

/// <summary>How one row of an answer is read from a statement's columns. Compiled once per shape.</summary>
internal sealed class RowPlan(RowShape shape, IReadOnlyList<SlotPlan> slots, int keyOrdinal)
{
    private readonly IReadOnlyList<CanonicalSlot> _canonical = [.. slots.OfType<CanonicalSlot>()];
    private readonly SlotPlan[] _slots = [.. slots];

    public RowShape Shape { get; } = shape;

    /// <summary>The slots that statements of their own fill: their index and response name.</summary>
    public IReadOnlyList<(int Slot, string ResponseName)> Edges { get; } =
        [.. slots.OfType<EdgeSlot>().Select(slot => (slot.Index, slot.ResponseName))];

    /// <summary>The slots that hold a reference to a node of any kind until the walk follows it.</summary>
    public IReadOnlyList<(int Slot, string ResponseName)> References { get; } =
        [.. slots.Where(slot => slot is ReferenceSlot or CanonicalSlot).Select(slot => (slot.Index, slot.ResponseName))];

    /// <summary>The rows that are joined into this one and lead on: from most of them nothing is left to follow.</summary>
    public IReadOnlyList<(int Slot, string ResponseName, RowPlan Plan)> Joined { get; } =
        [.. slots.OfType<JoinedSlot>().SelectMany(slot => slot.Members.Select(member => (slot.Index, slot.ResponseName, member.Plan))).Where(joined => joined.Plan.LeadsOn)];

    private bool LeadsOn => Edges.Count > 0 || References.Count > 0 || Joined.Count > 0;

    public Row Read(DbDataReader reader)
    {
        var row = new Row(Shape, keyOrdinal < 0 ? 0 : reader.GetInt64(keyOrdinal));
        foreach (var slot in _slots) row[slot.Index] = slot.Read(reader);
        return row;
    }

    /// <summary>A row that was asked for by the id of a node, which may be one that it stands for.</summary>
    public Row Read(DbDataReader reader, long asked)
    {
        var row = Read(reader);
        foreach (var slot in _canonical)
        {
            var standing = reader.GetInt64(slot.KeyOrdinal);
            if (standing != asked) row[slot.Index] = new NodeKey(slot.Kind, standing);
        }

        return row;
    }
}

/// <summary>How one slot is read.</summary>
internal abstract record SlotPlan(int Index, string ResponseName)
{
    public abstract object? Read(DbDataReader reader);
}

/// <summary>A slot that its column fills.</summary>
internal sealed record ColumnSlot(int Index, string ResponseName, int Ordinal, Func<DbDataReader, int, object?> Reader)
    : SlotPlan(Index, ResponseName)
{
    public override object? Read(DbDataReader reader) => Reader(reader, Ordinal);
}

/// <summary>A slot with the row's opaque id.</summary>
internal sealed record IdSlot(int Index, string ResponseName, int Ordinal, string Kind) : SlotPlan(Index, ResponseName)
{
    public override object? Read(DbDataReader reader)
        => reader.IsDBNull(Ordinal) ? null : Nodes.NodeId.Encode(Kind, reader.GetInt64(Ordinal));
}

/// <summary>A slot with a row that is joined: of the first member that is there and shows; null if none is.</summary>
internal sealed record JoinedSlot(int Index, string ResponseName, JoinedMember[] Members)
    : SlotPlan(Index, ResponseName)
{
    public override object? Read(DbDataReader reader)
    {
        foreach (var member in Members)
        {
            if (!reader.IsDBNull(member.KeyOrdinal) && (member.HiddenOrdinal < 0 || reader.IsDBNull(member.HiddenOrdinal)))
                return member.Plan.Read(reader);
        }

        return null;
    }
}

/// <summary>One type that a joined slot may hold.</summary>
internal sealed record JoinedMember(int KeyOrdinal, int HiddenOrdinal, RowPlan Plan);

/// <summary>A slot with a partial date; null if the date is unknown.</summary>
internal sealed record PartialDateSlot(int Index, string ResponseName, int TextOrdinal, RowShape Shape, IReadOnlyList<SlotPlan> Parts)
    : SlotPlan(Index, ResponseName)
{
    public override object? Read(DbDataReader reader)
    {
        if (reader.IsDBNull(TextOrdinal) || reader.GetString(TextOrdinal).Length == 0) return null;

        var row = new Row(Shape, 0);
        foreach (var part in Parts) row[part.Index] = part.Read(reader);
        return row;
    }
}

/// <summary>A slot with a reference to a node of any kind.</summary>
internal sealed record ReferenceSlot(int Index, string ResponseName, int KeyOrdinal, int KindOrdinal) : SlotPlan(Index, ResponseName)
{
    public override object? Read(DbDataReader reader)
        => reader.IsDBNull(KeyOrdinal)
            ? null
            : new NodeKey(EnumNames.Parse<Nodes.NodeKind>(reader.GetString(KindOrdinal)), reader.GetInt64(KeyOrdinal));
}

/// <summary>A slot with the row itself, where it was asked for by the id of another that it stands for.</summary>
internal sealed record CanonicalSlot(int Index, string ResponseName, int KeyOrdinal, Nodes.NodeKind Kind) : SlotPlan(Index, ResponseName)
{
    public override object? Read(DbDataReader reader) => null;
}

/// <summary>A slot with the opaque id of a node of any kind.</summary>
internal sealed record NodeIdSlot(int Index, string ResponseName, int KeyOrdinal, int KindOrdinal) : SlotPlan(Index, ResponseName)
{
    public override object? Read(DbDataReader reader)
        => reader.IsDBNull(KeyOrdinal)
            ? null
            : Nodes.NodeId.Encode(EnumNames.Parse<Nodes.NodeKind>(reader.GetString(KindOrdinal)).ToString(), reader.GetInt64(KeyOrdinal));
}

/// <summary>A slot that a statement of its own fills later.</summary>
internal sealed record EdgeSlot(int Index, string ResponseName) : SlotPlan(Index, ResponseName)
{
    public override object? Read(DbDataReader reader) => null;
}

/// <summary>A node of some kind, before its row is read.</summary>
internal sealed record NodeKey(Nodes.NodeKind Kind, long Id);
