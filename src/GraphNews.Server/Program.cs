using GraphNews.Engine;
using GraphNews.Server.Auth;
using GraphNews.Server.Browsers;
using GraphNews.Server.Health;
using GraphNews.Server.Ide;
using GraphNews.Server.Limits;
using GraphNews.Server.LinkedData;
using GraphNews.Server.SavedOperations;
using GraphNews.Server.Settings;
using GraphNews.Server.Starting;
using GraphNews.Server.Telemetry;
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
        .AddLimits()
        .AddSavedOperations()
        .AddGraphQLOverHttp()
        .AddGraphQLStreams()
        .AddLinkedData()
        .AddAnswerCompression()
        .AddCrossOrigin()
        .AddSecurityHeaders()
        .AddHealth()
        .AddTelemetry(builder.Configuration)
        .AddServerStop();

    var app = builder.Build();
    WarmUp.BeginModel(app.Services);
    app.UseSecurityHeaders();
    app.UseHealth();
    app.UseTelemetry();
    app.UseStartGate();
    app.UseCrossOrigin();
    app.UseAnswerCompression();
    app.UseIde("/graphql");
    app.MapGraphQL("/graphql");
    app.MapPublishedOperations("/operations");
    app.MapLinkedData();
    return app;
});
