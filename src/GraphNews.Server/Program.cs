using GraphNews.Engine;
using GraphNews.Server.Auth;
using GraphNews.Server.Ide;
using GraphNews.Server.Settings;
using GraphNews.Server.Starting;
using GraphNews.Server.Transports;
using GraphNews.Server.Verbs;

return await CommandLine.RunAsync(args, settings =>
{
    var builder = WebApplication.CreateBuilder().UseGraphNewsSettings(settings);
    builder.Services
        .AddSettings(builder.Configuration)
        .AddStorage(builder.Configuration)
        .AddSchema()
        .AddGraphEngine()
        .AddCallers()
        .AddGraphQLOverHttp();

    var app = builder.Build();
    app.UseStartGate();
    app.UseIde("/graphql");
    app.MapGraphQL("/graphql");
    return app;
});
