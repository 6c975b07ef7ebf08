using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphNews.Graph.Mutations;

/// <summary>What came of a mutation, kept for clients that ask again because they did not hear the answer.</summary>
public sealed class IdempotencyKey
{
    /// <summary>Who sent it; with <see cref="Key"/> the key.</summary>
    public string Actor { get; set; } = null!;

    /// <summary>What the client calls its write.</summary>
    public string Key { get; set; } = null!;

    /// <summary>SHA-256 of the mutation's name and input, lower-case hex: the same key for another write is a mistake.</summary>
    public string InputHash { get; set; } = null!;

    /// <summary>The payload's field that shows the node.</summary>
    public string Field { get; set; } = null!;

    /// <summary>What the write was about.</summary>
    public long NodeId { get; set; }

    /// <inheritdoc cref="NodeId"/>
    public Node Node { get; set; } = null!;

    /// <summary>The version that it made.</summary>
    public long Version { get; set; }

    /// <summary>When, UTC: after a week the key is forgotten.</summary>
    public DateTime At { get; set; }
}

internal sealed class IdempotencyKeyModel : IEntityTypeConfiguration<IdempotencyKey>
{
    public void Configure(EntityTypeBuilder<IdempotencyKey> builder)
    {
        builder.ToTable("IdempotencyKeys");
        builder.HasKey(key => new { key.Actor, key.Key });
        builder.Property(key => key.Actor).HasMaxLength(ColumnLengths.Actor);
        builder.Property(key => key.Key).HasMaxLength(100);
        builder.Property(key => key.InputHash).HasMaxLength(64);
        builder.Property(key => key.Field).HasMaxLength(ColumnLengths.Field);
        builder.HasIndex(key => key.At);
    }
}
