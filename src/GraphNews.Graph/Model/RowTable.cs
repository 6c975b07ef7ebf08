using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Model;

/// <summary>
/// A table of rows, for code that works alike on all of them: which references it has, and how to load rows of it.
/// Rows are loaded to be tracked.
/// </summary>
internal abstract class RowTable(IEntityType model)
{
    /// <summary>The most keys in one statement.</summary>
    public const int KeysAtOnce = 1000;

    /// <summary>The table's name.</summary>
    public string Name { get; } = model.GetTableName()!;

    /// <summary>The class of its rows.</summary>
    public Type RowType { get; } = model.ClrType;

    /// <summary>The kind of node; null for links.</summary>
    public NodeKind? Kind { get; } = model.ClrType.IsAssignableTo(typeof(NodeRow)) ? Enum.Parse<NodeKind>(model.ClrType.Name) : null;

    /// <summary>Whether its rows are entities.</summary>
    public bool IsEntity { get; } = model.ClrType.IsAssignableTo(typeof(Entity));

    /// <summary>What EF Core knows of it.</summary>
    public IEntityType Model { get; } = model;

    /// <summary>The columns that refer to other rows and follow their merges.</summary>
    public IReadOnlyList<RowReference> References { get; private set; } = [];

    /// <summary>The references that are ends, the owner first.</summary>
    public IReadOnlyList<RowReference> Ends { get; private set; } = [];

    /// <summary>Rows by id.</summary>
    public abstract Task<List<GraphRow>> FindAsync(GraphDbContext context, IEnumerable<long> ids, CancellationToken cancel);

    /// <summary>The next rows after an id, in the order of their ids, hidden ones included.</summary>
    public abstract Task<List<GraphRow>> PageAsync(GraphDbContext context, long after, int count, CancellationToken cancel);

    /// <summary>Rows that refer to one of the ids, hidden ones included.</summary>
    public abstract Task<List<GraphRow>> ReferringAsync(
        GraphDbContext context, RowReference reference, IEnumerable<long> ids, CancellationToken cancel);

    /// <summary>Since when those of the ids that are hidden are so.</summary>
    public abstract Task<Dictionary<long, long>> HiddenAsync(GraphDbContext context, IEnumerable<long> ids, CancellationToken cancel);

    /// <summary>How many rows show.</summary>
    public abstract Task<long> CountAsync(GraphDbContext context, CancellationToken cancel);

    /// <summary>The slugs of those of the ids that show; none for facts.</summary>
    public abstract Task<Dictionary<long, string>> SlugsAsync(GraphDbContext context, IEnumerable<long> ids, CancellationToken cancel);

    /// <summary>Reads the references once all tables are known.</summary>
    internal void Connect(IReadOnlyDictionary<Type, RowTable> tables)
    {
        References = [.. from key in Model.GetForeignKeys()
                         let property = key.Properties[0]
                         where !property.IsPrimaryKey() && property.FindAnnotation(RowModel.Asserted) is null
                         orderby property.Name
                         select new RowReference(this, property, tables.GetValueOrDefault(key.PrincipalEntityType.ClrType))];
        Ends = [.. RowEnds.Of(RowType).Select(name => References.Single(r => r.Name == name))];
    }
}

/// <summary>A table of rows of one class.</summary>
internal sealed class RowTable<T>(IEntityType model) : RowTable(model)
    where T : GraphRow
{
    public override async Task<List<GraphRow>> FindAsync(GraphDbContext context, IEnumerable<long> ids, CancellationToken cancel)
    {
        var rows = new List<GraphRow>();
        foreach (var some in ids.Chunk(KeysAtOnce))
            rows.AddRange(await context.Set<T>().Where(r => some.Contains(r.Id)).ToListAsync(cancel).ConfigureAwait(false));
        return rows;
    }

    public override async Task<List<GraphRow>> PageAsync(GraphDbContext context, long after, int count, CancellationToken cancel)
        => [.. await context.Set<T>().Where(r => r.Id > after).OrderBy(r => r.Id).Take(count).ToListAsync(cancel).ConfigureAwait(false)];

    public override async Task<List<GraphRow>> ReferringAsync(
        GraphDbContext context, RowReference reference, IEnumerable<long> ids, CancellationToken cancel)
    {
        var rows = new List<GraphRow>();
        foreach (var some in ids.Chunk(KeysAtOnce))
        {
            var referring = reference.IsNullable
                ? context.Set<T>().Where(r => some.Contains(EF.Property<long?>(r, reference.Name)!.Value))
                : context.Set<T>().Where(r => some.Contains(EF.Property<long>(r, reference.Name)));

            // Two statements, because each half has an index of its own.
            rows.AddRange(await referring.Where(r => r.HiddenSince == null).ToListAsync(cancel).ConfigureAwait(false));
            rows.AddRange(await referring.Where(r => r.HiddenSince != null).ToListAsync(cancel).ConfigureAwait(false));
        }

        return rows;
    }

    public override async Task<Dictionary<long, long>> HiddenAsync(GraphDbContext context, IEnumerable<long> ids, CancellationToken cancel)
    {
        var hidden = new Dictionary<long, long>();
        foreach (var some in ids.Chunk(KeysAtOnce))
        {
            var rows = context.Set<T>().Where(r => some.Contains(r.Id) && r.HiddenSince != null)
                .Select(r => new { r.Id, r.HiddenSince }).AsAsyncEnumerable();
            await foreach (var row in rows.WithCancellation(cancel).ConfigureAwait(false)) hidden[row.Id] = row.HiddenSince!.Value;
        }

        return hidden;
    }

    public override Task<long> CountAsync(GraphDbContext context, CancellationToken cancel)
        => context.Set<T>().LongCountAsync(r => r.HiddenSince == null, cancel);

    public override async Task<Dictionary<long, string>> SlugsAsync(GraphDbContext context, IEnumerable<long> ids, CancellationToken cancel)
    {
        var slugs = new Dictionary<long, string>();
        foreach (var some in ids.Chunk(KeysAtOnce))
        {
            var rows = context.Set<T>().Where(r => some.Contains(r.Id) && r.HiddenSince == null)
                .Select(r => new { r.Id, Slug = EF.Property<string>(r, nameof(Entity.Slug)) }).AsAsyncEnumerable();
            await foreach (var row in rows.WithCancellation(cancel).ConfigureAwait(false)) slugs[row.Id] = row.Slug;
        }

        return slugs;
    }
}
