namespace GraphNews.Tests.SqlServer;

public sealed class MigrationTests
{
    [Fact]
    public void Every_batch_of_the_migrations_is_T_SQL_and_their_tables_and_indexes_fit_together()
    {
        using var model = MigratedSchema.Current.CreateModel();

        Assert.Empty(model.Validate().Select(message => message.ToString()));
        Assert.Contains("Participations", MigratedSchema.Current.Tables);
    }
}
