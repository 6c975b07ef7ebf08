using GraphNews.Graph.Binding;
using GraphNews.Graph.Walk;
using HotChocolate;

namespace GraphNews.Engine;

/// <summary>What resolvers and the request's stages share during one operation.</summary>
internal sealed class EngineContext(SchemaBinding binding, GraphOperation operation)
{
    public const string Key = nameof(EngineContext);

    public SchemaBinding Binding { get; } = binding;

    public GraphOperation Operation { get; } = operation;

    /// <summary>The code of the stage that refused the request; null once it is executed.</summary>
    public string? Refusal { get; set; }

    public static EngineContext Of(IHasContextData request) => (EngineContext)request.ContextData[Key]!;
}
