using GraphNews.Server.Operations;

namespace GraphNews.Server.Transports;

/// <summary>The header <c>GraphQL-Cost</c>, as Hot Chocolate has it.</summary>
internal static class CostHeader
{
    /// <summary>What it asks for; another value than <c>report</c> and <c>validate</c> asks for nothing.</summary>
    public static CostReport Read(HttpRequest request) => request.Headers["GraphQL-Cost"] switch
    {
        [var value] when "report".Equals(value, StringComparison.OrdinalIgnoreCase) => CostReport.Report,
        [var value] when "validate".Equals(value, StringComparison.OrdinalIgnoreCase) => CostReport.Validate,
        _ => CostReport.None,
    };
}
