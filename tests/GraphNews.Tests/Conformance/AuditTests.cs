using GraphNews.Tests.Transports;

namespace GraphNews.Tests.Conformance;

/// <summary>The audits of npm's graphql-http, which reads the GraphQL over HTTP specification sentence by sentence.</summary>
[Collection(SharedSampleServer.Name)]
public sealed class AuditTests(SampleServer server)
{
    [NodeFact]
    public async Task Every_audit_of_graphql_http_passes_MUST_SHOULD_and_MAY()
    {
        var audits = (await ConformanceRun.RunAsync("audits.mjs", server.Address.ToString()))
            .Select(audit => (Name: audit.GetProperty("name").GetString()!, Status: audit.GetProperty("status").GetString()!, audit))
            .ToList();

        Assert.Empty(audits.Where(audit => audit.Status != "ok").Select(audit => audit.audit.GetRawText()));
        Assert.Equal((61, 13, 23, 25), (audits.Count, CountOf("MUST "), CountOf("SHOULD "), CountOf("MAY ")));
        Assert.Contains("MAY NOT allow executing mutations on GET requests", audits.Select(audit => audit.Name));

        int CountOf(string requirement) => audits.Count(audit => audit.Name.StartsWith(requirement, StringComparison.Ordinal));
    }
}
