using GraphNews.Graph.Binding;
using GraphNews.Graph.Documents;
using GraphNews.Graph.Walk;
using HotChocolate;

namespace GraphNews.Engine;

/// <summary>What resolvers and the request's stages share during one operation.</summary>
/// <param name="binding">The schema.</param>
/// <param name="limits">How large a document may be.</param>
/// <param name="operation">What root fields ask; null where a subscription is opened.</param>
/// <param name="query">The document as it came in.</param>
internal sealed class EngineContext(SchemaBinding binding, DocumentLimits limits, GraphOperation? operation, string query)
{
    public const string Key = nameof(EngineContext);

    public SchemaBinding Binding { get; } = binding;

    public DocumentLimits Limits { get; } = limits;

    public GraphOperation? Operation { get; } = operation;

    /// <summary>The root field of a subscription that was opened; null if it was refused.</summary>
    public Selection? Opened { get; set; }

    /// <summary>The document as it came in.</summary>
    public string Query { get; } = query;

    /// <summary>The code with which the request was refused as a whole; null if it is executed.</summary>
    public string? Refusal { get; set; }

    /// <summary>Refuses the request as a whole.</summary>
    public GraphQLException Refuse(string code, IEnumerable<IError> errors)
    {
        Refusal = code;
        return new GraphQLException(errors);
    }

    public static EngineContext Of(IHasContextData request) => (EngineContext)request.ContextData[Key]!;
}
