using GraphNews.Graph;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Tests.Model;

public sealed class TableTests
{
    [Fact]
    public async Task The_migrations_make_the_tables_of_the_model()
    {
        await using var graph = await TestGraph.CreateAsync();
        await using var context = graph.Storage.CreateContext();

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task The_migrations_make_the_indexes_that_hold_dates()
    {
        await using var graph = await TestGraph.CreateAsync();
        await using var context = graph.Storage.CreateContext();
        var wanted = from table in Tables(context)
                     from index in LiveIndexes.OfDates(table)
                     select $"CREATE INDEX \"{index.Name}\" ON \"{table.GetTableName()}\" ({string.Join(", ", index.Columns.Select(c => $"\"{c}\""))}) WHERE {RowModel.Live}";

        var made = await context.Database.SqlQuery<string>($"SELECT sql AS \"Value\" FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").ToListAsync();
        Assert.NotEmpty(wanted);
        Assert.Equal(wanted.Order(StringComparer.Ordinal), made.Where(HoldsDate).Order(StringComparer.Ordinal));

        static bool HoldsDate(string sql) => sql.Contains("_Earliest\"", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_reference_between_rows_has_an_index_of_the_rows_that_show()
    {
        await using var graph = await TestGraph.CreateAsync();
        await using var context = graph.Storage.CreateContext();
        var indexes = await FirstColumnsAsync(context);

        var bare = from table in new RowTables(context.Model).All
                   from reference in table.References
                   where !indexes.Contains((table.Name, reference.Name, RowModel.Live))
                   select $"{table.Name}.{reference.Name}";
        Assert.Empty(bare);
    }

    [Fact]
    public async Task Every_list_of_entities_is_read_in_order_from_an_index_and_every_hidden_row_is_found_by_one()
    {
        await using var graph = await TestGraph.CreateAsync();
        await using var context = graph.Storage.CreateContext();
        var indexes = await FirstColumnsAsync(context);

        Assert.All(new RowTables(context.Model).All, table =>
        {
            Assert.Contains((table.Name, nameof(GraphRow.HiddenSince), RowModel.Hidden), indexes);
            if (table.IsEntity) Assert.Contains((table.Name, nameof(Entity.SortName), RowModel.Live), indexes);
        });
    }

    [Fact]
    public async Task Every_string_has_a_length_but_those_that_are_as_long_as_they_come()
    {
        await using var graph = await TestGraph.CreateAsync();
        await using var context = graph.Storage.CreateContext();

        Assert.Equal(
            ["ChangeEntries.NewValue", "ChangeEntries.OldValue", "SourceArticles.Text"],
            (from table in Tables(context)
             from property in table.GetFlattenedProperties()
             where (property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType) == typeof(string) && property.GetMaxLength() is null
             select $"{table.GetTableName()}.{property.Name}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Keys_and_indexes_fit_into_what_SQL_Server_holds()
    {
        await using var graph = await TestGraph.CreateAsync();
        await using var context = graph.Storage.CreateContext();

        Assert.All(Tables(context), table =>
        {
            Assert.All(table.GetKeys(), key => Assert.InRange(key.Properties.Sum(Bytes), 1, 900));
            Assert.All(table.GetIndexes(), index => Assert.InRange(index.Properties.Sum(Bytes), 1, 1700));
            Assert.All(table.GetIndexes(), index => Assert.InRange(index.GetDatabaseName()!.Length, 1, 63));
        });

        static int Bytes(IProperty property) => property.GetMaxLength() is { } length ? 2 * length : 8;
    }

    [Fact]
    public async Task Nothing_is_deleted_through_a_reference_and_no_id_is_made_by_a_database()
    {
        await using var graph = await TestGraph.CreateAsync();
        await using var context = graph.Storage.CreateContext();

        Assert.All(Tables(context).SelectMany(t => t.GetForeignKeys()), key => Assert.Equal(DeleteBehavior.NoAction, key.DeleteBehavior));
        Assert.All(Tables(context).SelectMany(t => t.GetProperties()), property => Assert.Equal(ValueGenerated.Never, property.ValueGenerated));
    }

    [Fact]
    public async Task Every_fact_and_link_says_what_it_hangs_on_and_only_judgements_stand_by_themselves()
    {
        await using var graph = await TestGraph.CreateAsync();
        await using var context = graph.Storage.CreateContext();

        Assert.All(new RowTables(context.Model).All, table => Assert.Equal(!table.IsEntity && table.Kind != NodeKind.Judgement, table.Ends.Count > 0));
    }

    [Fact]
    public async Task Every_kind_of_node_has_a_table()
    {
        await using var graph = await TestGraph.CreateAsync();
        await using var context = graph.Storage.CreateContext();
        var tables = new RowTables(context.Model);

        Assert.All(Enum.GetValues<NodeKind>(), kind => Assert.Equal(kind, tables[kind].Kind));
    }

    // The model as it was designed: annotations are gone from the one that runs.
    private static IEnumerable<IEntityType> Tables(GraphDbContext context)
        => context.GetService<IDesignTimeModel>().Model.GetEntityTypes();

    private static async Task<HashSet<(string Table, string Column, string? Filter)>> FirstColumnsAsync(GraphDbContext context)
    {
        var indexes = await context.Database.SqlQuery<string>($"SELECT sql AS \"Value\" FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").ToListAsync();
        return [.. indexes.Select(sql => sql.Split('"')).Select(parts => (parts[3], parts[5], parts.Length > 7 && parts[^1].Contains("NULL", StringComparison.Ordinal)
            ? $"\"{parts[^2]}\"{parts[^1]}"
            : null))];
    }
}
