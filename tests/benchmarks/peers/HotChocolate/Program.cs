using GraphNews.Peer.Model;
using Microsoft.EntityFrameworkCore;

// A server over GraphNews' tables as the documentation of Hot Chocolate 15 has one written: annotated types, generated
// DataLoaders, paging, filtering and sorting by attribute, a pool of contexts.
// Usage: GraphNews.Peers.HotChocolate <Sqlite|PostgreSql> <connection string> [settings]
var builder = WebApplication.CreateBuilder(args[2..]);
builder.Logging.ClearProviders();
builder.Services.AddPooledDbContextFactory<PeerContext>(options =>
{
    if (args[0] == "PostgreSql") options.UseNpgsql(args[1]);
    else options.UseSqlite(args[1]);
    options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
});
builder.Services.AddScoped(services => services.GetRequiredService<IDbContextFactory<PeerContext>>().CreateDbContext());
builder.Services
    .AddGraphQLServer()
    .AddPeerTypes()
    .AddFiltering()
    .AddSorting()
    .RegisterDbContextFactory<PeerContext>()
    .ModifyPagingOptions(options =>
    {
        options.MaxPageSize = 100;
        options.IncludeTotalCount = true;
    })
    .ModifyCostOptions(options => options.EnforceCostLimits = false);

var app = builder.Build();
app.MapGraphQL();
await app.StartAsync();
Console.WriteLine($"serves {app.Urls.First()}/");
await app.WaitForShutdownAsync();
