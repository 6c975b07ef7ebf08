using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Changes;

/// <summary>A row that an edit adds, or that it loaded, with what the graph held before.</summary>
/// <param name="Row">The row as it is to be.</param>
/// <param name="Tracked">What EF Core knows of it; null for a new row, of which the graph held nothing.</param>
internal readonly record struct EditedRow<T>(T Row, EntityEntry<T>? Tracked)
    where T : class
{
    /// <summary>Whether this edit adds it.</summary>
    public bool IsNew => Tracked is null;

    /// <summary>Whether this edit changes it.</summary>
    public bool IsChanged => Tracked?.State == EntityState.Modified;

    /// <summary>Whether this edit removes it.</summary>
    public bool IsRemoved => Tracked?.State == EntityState.Deleted;

    /// <summary>Whether this edit adds, changes or removes it.</summary>
    public bool IsEdited => Tracked?.State != EntityState.Unchanged;

    /// <summary>What a column held before; null if the row is new.</summary>
    public object? Before(string property) => Tracked?.OriginalValues[property];

    /// <inheritdoc cref="Before(string)"/>
    public object? Before(IProperty property) => Tracked?.OriginalValues[property];

    /// <summary>Whether the row was there before, and this edit gives a column another value.</summary>
    public bool Changes(string property) => IsChanged && Tracked!.Property(property).IsModified;
}
