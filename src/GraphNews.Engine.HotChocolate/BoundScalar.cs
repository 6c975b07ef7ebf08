using GraphNews.Graph.Binding;
using HotChocolate.Language;
using HotChocolate.Types;

namespace GraphNews.Engine;

/// <summary>A scalar of the schema: input is checked by the binding, output is already as JSON shows it.</summary>
internal sealed class BoundScalar : ScalarType
{
    public BoundScalar(string name, string? description)
        : base(name, BindingBehavior.Explicit) => Description = description;

    public override Type RuntimeType => typeof(object);

    public override bool IsInstanceOfType(IValueNode valueSyntax) => valueSyntax is NullValueNode || TryParse(valueSyntax, out _, out _);

    public override object? ParseLiteral(IValueNode valueSyntax)
    {
        if (valueSyntax is NullValueNode) return null;
        return TryParse(valueSyntax, out var parsed, out var error) ? parsed : throw new SerializationException(error!, this);
    }

    public override bool TrySerialize(object? runtimeValue, out object? resultValue)
    {
        resultValue = runtimeValue;
        return true;
    }

    public override IValueNode ParseValue(object? runtimeValue) => throw new NotSupportedException();

    public override IValueNode ParseResult(object? resultValue) => throw new NotSupportedException();

    public override bool TryDeserialize(object? resultValue, out object? runtimeValue) => throw new NotSupportedException();

    private bool TryParse(IValueNode literal, out object? parsed, out string? error) => CustomScalars.TryParse(
        Name,
        literal switch
        {
            StringValueNode text => text.Value,
            IntValueNode number when long.TryParse(number.Value, out var whole) => whole,
            _ => literal,
        },
        out parsed,
        out error);
}
