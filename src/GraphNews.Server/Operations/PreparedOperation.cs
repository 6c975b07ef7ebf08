using GraphNews.Graph.Costs;
using GraphQLParser.AST;

namespace GraphNews.Server.Operations;

/// <summary>An operation whose document is known and within the limits.</summary>
/// <param name="Document">Its document.</param>
/// <param name="Parameters">What the client sent.</param>
/// <param name="Cost">What it may cost; nothing if its document does not parse, or has no operation of that name.</param>
internal sealed record PreparedOperation(ReadDocument Document, OperationParameters Parameters, OperationCost Cost)
{
    /// <summary>Its definition; null if the document does not parse, or has no operation of that name.</summary>
    public GraphQLOperationDefinition? Definition { get; } = Document.Operation(Parameters.OperationName);

    /// <summary>Whether it is a query.</summary>
    public bool IsQuery => Definition?.Operation == OperationType.Query;

    /// <summary>Whether it is a mutation.</summary>
    public bool IsMutation => Definition?.Operation == OperationType.Mutation;

    /// <summary>Whether it is a subscription that is followed, and not one of which only the cost is asked.</summary>
    public bool IsSubscription => Definition?.Operation == OperationType.Subscription && Parameters.CostReport != CostReport.Validate;
}
