using GraphNews.Graph.Errors;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Execution;

/// <summary>What a subscription asks for, once its document and variables are found good.</summary>
/// <param name="Root">Its root field with the coerced arguments; null if it was refused.</param>
/// <param name="Refusal">Why it was refused, as a response; null if it was not.</param>
public sealed record OpenedSubscription(Selection? Root, GraphResponse? Refusal)
{
    /// <summary>The error of a subscription whose only field is skipped, or is none of the schema's own.</summary>
    public static GraphError SelectsNothing { get; } = new(
        "A subscription selects one field of the type Subscription: this one selects none. See @skip and @include.", ErrorCodes.ValidationFailed, []);
}
