using GraphNews.Graph.Binding;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Identity;
using GraphNews.Graph.Keys;
using GraphNews.Graph.Places;
using GraphNews.Graph.Search;
using GraphNews.Graph.Storage;
using GraphNews.Storage.SqlServer;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Schema;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.SqlServer;

/// <summary>
/// What goes to SQL Server, without one: every statement is parsed, its names and types are followed to the tables that
/// the migrations make, and DacFx binds it to them. How many there were is left in the folder <c>tsql-statements</c> beside the tests.
/// </summary>
public sealed class StatementTests
{
    private static readonly SchemaBinding Binding = SchemaBinding.Bind(SchemaDocument.Merge(SchemaSource.ReadFolder(SchemaFolder.Path)));

    [Fact]
    public async Task Whatever_a_client_can_ask_fits_the_tables()
    {
        var log = new StatementLog();
        using var shapes = new SchemaShapes(Binding, log);

        await shapes.AskAsync();

        Assert.Empty(shapes.Mistakes);
        AssertFits("asked", log);
    }

    [Fact]
    public async Task The_saved_operations_fit_the_tables()
    {
        var log = new StatementLog();
        var storage = Storage(log, rows: 1);
        foreach (var file in Directory.GetFiles(Path.Combine(SchemaFolder.Path, "operations"), "*.graphql"))
        {
            using var answers = new GraphAnswers(storage);
            await answers.DataAsync(await File.ReadAllTextAsync(file));
        }

        AssertFits("of saved operations", log);
    }

    [Fact]
    public async Task Writing_changing_and_deleting_a_row_of_each_table_fits_it()
    {
        var log = new StatementLog();
        await Storage(log, rows: 0).WriteAsync(
            async (context, cancel) =>
            {
                context.AddRange(context.Model.GetEntityTypes().Select(WrittenRows.Of));
                await context.SaveChangesAsync(cancel);
                foreach (var property in context.ChangeTracker.Entries().SelectMany(row => row.Properties).Where(property => !property.Metadata.IsKey()))
                    property.IsModified = true;
                await context.SaveChangesAsync(cancel);
                foreach (var table in context.Model.GetEntityTypes())
                {
                    context.ChangeTracker.Clear();
                    context.Remove(WrittenRows.Of(table));
                    await context.SaveChangesAsync(cancel);
                }

                return true;
            },
            default);

        Assert.All(MigratedSchema.Current.Tables.Where(table => !table.StartsWith("__", StringComparison.Ordinal)), table =>
            Assert.Contains(log.Statements, statement => statement.Text.Contains($"INSERT INTO [{table}]", StringComparison.Ordinal)));
        AssertFits("of writing rows", log);
    }

    [Fact]
    public async Task What_loading_the_countries_writes_fits_the_tables()
    {
        var log = new StatementLog();
        await AttemptAsync(() => ReferenceData.EnsureAsync(new GraphWriter(Storage(log, rows: 0), TimeProvider.System), default));

        Assert.Contains(log.Statements, statement => statement.Text.Contains("INSERT INTO [Countries]", StringComparison.Ordinal));
        AssertFits("of loading", log);
    }

    [Fact]
    public async Task What_merging_and_retracting_asks_and_writes_fits_the_tables()
    {
        var log = new StatementLog();
        var writer = new GraphWriter(Storage(log, rows: 2), TimeProvider.System);
        var origin = new ChangeOrigin("test");

        await AttemptAsync(() => writer.WriteAsync(origin, (edit, cancel) => edit.MergeAsync(1, 2, cancel), default));
        await AttemptAsync(() => writer.WriteAsync(origin, (edit, cancel) => edit.RetractAsync(1, cancel), default));
        await AttemptAsync(() => writer.WriteAsync(
            origin,
            async (edit, cancel) => await new Judging(edit).JudgeAsync(await edit.NodeAsync(1, cancel), await edit.NodeAsync(2, cancel), Verdict.Same, cancel),
            default));

        Assert.Contains(log.Statements, statement => statement.Text.Contains("FROM [Judgements]", StringComparison.Ordinal));

        AssertFits("of merging and retracting", log);
    }

    [Fact]
    public async Task What_is_asked_and_written_of_keys_fits_the_tables()
    {
        var log = new StatementLog();
        var (keys, existing) = (new ApiKeys(Storage(log, rows: 0), TimeProvider.System), new ApiKeys(Storage(log, rows: 1), TimeProvider.System));

        await AttemptAsync(() => keys.AddAsync("importer", CallerRole.Editor, DateTime.UtcNow.AddDays(1), default));
        await AttemptAsync(() => keys.AuthenticateAsync("gn_", default));
        await AttemptAsync(() => existing.ListAsync(default));
        await AttemptAsync(() => existing.NoteUsesAsync(new Dictionary<string, DateTime> { ["x"] = DateTime.UtcNow }, default));
        await AttemptAsync(() => existing.RevokeAsync("x", default));

        Assert.All(
            ["UPDATE [a]", "FROM [ApiKeys]"],
            text => Assert.Contains(log.Statements, statement => statement.Text.Contains(text, StringComparison.Ordinal)));
        AssertFits("of keys", log);
    }

    [Fact]
    public async Task What_the_search_index_asks_while_it_is_built_and_follows_fits_the_tables()
    {
        var log = new StatementLog();
        var storage = Storage(log, rows: 1);
        using var index = SearchIndex.Open(new SearchOptions(), TimeProvider.System);
        var updates = new IndexUpdates(storage, index);

        await AttemptAsync(() => updates.CatchUpAsync(default));
        await using (var snapshot = await storage.BeginReadAsync(default)) await AttemptAsync(() => updates.FollowAsync(snapshot.Context, 0, 1, default));

        Assert.Contains(log.Statements, statement => statement.Text.Contains("[ChangeEntries]", StringComparison.Ordinal));
        Assert.Contains(log.Statements, statement => statement.Text.Contains("[Participations]", StringComparison.Ordinal));
        AssertFits("of the search index", log);
    }

    [Fact]
    public async Task A_reader_reads_a_snapshot_and_a_writer_locks_the_graphs_row_before_anything_else()
    {
        var log = new StatementLog();
        var storage = Storage(log, rows: 1);

        await using (await storage.BeginReadAsync(default)) Assert.Equal([System.Data.IsolationLevel.Snapshot], log.Transactions);
        await storage.WriteAsync(async (context, cancel) => await context.Nodes.AnyAsync(cancel), default);

        Assert.Equal([System.Data.IsolationLevel.Snapshot, System.Data.IsolationLevel.ReadCommitted], log.Transactions);
        Assert.StartsWith("UPDATE [g]", log.Statements.First().Text, StringComparison.Ordinal);
        AssertFits("of taking a turn", log);
    }

    [Fact]
    public void A_column_that_is_renamed_in_the_migrations_only_is_found()
    {
        var renamed = MigratedSchema.With("[TitleAsWritten] nvarchar(400)", "[TitleGiven] nvarchar(400)");
        var statement = new LoggedStatement("SELECT [p].[TitleAsWritten] FROM [Participations] AS [p]", []);

        Assert.Throws<TSqlMistakeException>(() => Check(renamed, statement));
        Assert.Contains(StatementModel.Check(renamed, [statement]), message => message.Contains("TitleAsWritten", StringComparison.Ordinal));
        Check(MigratedSchema.Current, statement);
        Assert.Empty(StatementModel.Check(MigratedSchema.Current, [statement]));
    }

    [Theory]
    [InlineData("SELECT [m].[Id] FROM [Meetings] AS [m] WHERE [m].[Slug] = @key", "bigint")]
    [InlineData("SELECT [m].[Id] FROM [Meetings] AS [m] WHERE [m].[Starts_Earliest] >= @key", "nvarchar(40)")]
    [InlineData("SELECT COALESCE([m].[SortName], @key) FROM [Meetings] AS [m]", "date")]
    [InlineData("UPDATE [m] SET [m].[PlaceId] = @key FROM [Meetings] AS [m]", "nvarchar(4000)")]
    public void Types_that_do_not_go_together_are_found(string text, string type)
        => Assert.Throws<TSqlMistakeException>(() => Check(MigratedSchema.Current, new LoggedStatement(text, [("@key", type)])));

    private static void Check(MigratedSchema schema, LoggedStatement statement) => new TSqlChecker(schema, statement.Types).Check(statement.Text);

    private static IGraphStorage Storage(StatementLog log, int rows)
        => new SqlServerGraphStorage(
            "Server=nowhere;Database=nothing",
            options => options.UseSqlServer(new RecordingConnection(MigratedSchema.Current, log, new SampleRows(rows))));

    /// <summary>The rows that are answered make no graph, so that a write may break off; what comes before is noted.</summary>
    private static async Task AttemptAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (Exception error) when (error is not TSqlMistakeException && error.InnerException is not TSqlMistakeException)
        {
            Assert.IsNotType<NotSupportedException>(error);
        }
    }

    internal static void AssertFits(string which, StatementLog log)
    {
        Assert.NotEmpty(log.Statements);
        Assert.Empty(StatementModel.Check(MigratedSchema.Current, log.Statements));
        var counts = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "tsql-statements")).FullName;
        File.WriteAllText(Path.Combine(counts, $"{which}.txt"), $"{log.Statements.Count} statements {which} checked as T-SQL.\n");
    }
}
