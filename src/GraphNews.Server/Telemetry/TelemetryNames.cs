namespace GraphNews.Server.Telemetry;

/// <summary>
/// The names of the server's own spans, attributes and metrics. Where OpenTelemetry's semantic conventions have a name it
/// is that one; the others begin with <c>graphnews</c>. docs/telemetry.md tells all of them, and a test compares.
/// </summary>
internal static class TelemetryNames
{
    /// <summary>The name by which listeners ask for the server's spans and metrics.</summary>
    public const string Source = "GraphNews.Server";

    public const string OperationType = "graphql.operation.type";
    public const string OperationName = "graphql.operation.name";
    public const string ErrorType = "error.type";
    public const string Role = "graphnews.role";
    public const string Cache = "graphnews.cache";
    public const string FieldCost = "graphnews.cost.fields";
    public const string TypeCost = "graphnews.cost.types";
    public const string GraphVersion = "graphnews.graph.version";
    public const string SearchVersion = "graphnews.search.version";
    public const string Statements = "graphnews.statements";
    public const string Rows = "graphnews.rows";
}
