using System.Text;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Binding;

/// <summary>
/// Writes the mutations that follow from the model: adding, updating, retracting and restoring each kind of node, with an
/// input field for each property, reference, text and link that somebody may state.
/// </summary>
internal sealed class MutationGenerator(SchemaBinding binding)
{
    private const string Marks = " @authorize(roles: [\"editor\"]) @cost(weight: \"10\")";

    private readonly StringBuilder _fields = new();
    private readonly StringBuilder _types = new();

    public string Generate(IEnumerable<NodeKind> kinds)
    {
        foreach (var kind in kinds) AddKind(binding.ObjectsByKind[kind]);
        AddRemoval(binding.ObjectsByKind[NodeKind.Citation]);
        return $"extend type Mutation {{\n{_fields.ToString().TrimEnd('\n')}\n}}\n\n{_types.ToString().TrimEnd('\n')}\n";
    }

    private void AddKind(ObjectBinding type)
    {
        var inputs = WrittenFields.Of(type).ToList();
        var noun = Noun(type.Name);
        AddMutation(type, "Add", $"Adds {noun}.", CamelCase.Of(type.Name), $"{type.Name}", "The node as the write leaves it; null if there are errors.", isNew: true, text =>
        {
            if (type.ClrType!.IsSubclassOf(typeof(Entity)))
            {
                Input(text, "A slug of its own: words of a to z and 0 to 9, joined by hyphens. Left out, one is made of the name.", "slug", "String");
                Input(text, "What it is called.", "names", "[NameInput!]");
                Input(text, "Its keys in other people's schemes.", "identifiers", "[IdentifierInput!]");
            }

            foreach (var input in inputs) Input(text, input.Description, input.Name, input.IsRequired ? input.Type + "!" : input.Type);
            Input(text, type.ClrType!.IsSubclassOf(typeof(Fact)) ? "Which sources say so; left out, it is your own statement." : "Which sources speak of it.", "citations", "[CitationInput!]");
        });
        AddMutation(type, "Update", $"Changes {noun}. What is left out stays as it is, null clears, a list replaces the whole list.", CamelCase.Of(type.Name), $"{type.Name}", "The node as the write leaves it; null if there are errors.", isNew: false, text =>
        {
            if (type.ClrType!.IsSubclassOf(typeof(Entity))) Input(text, "Its keys in other people's schemes, all of them.", "identifiers", "[IdentifierInput!]");
            foreach (var input in inputs.Where(input => !input.IsFixed)) Input(text, input.Description, input.Name, input.Type);
            Input(text, "Sources of the change; those that are there stay.", "citations", "[CitationInput!]");
        });
        AddRemoval(type);
    }

    private void AddRemoval(ObjectBinding type)
    {
        var noun = Noun(type.Name);
        AddMutation(type, "Retract", $"Takes {noun} out of all answers, with all that hangs on it. Its history stays.", "tombstone", "Tombstone", "What is left of it; null if there are errors.", isNew: false, _ => { });
        AddMutation(type, "Restore", $"Brings back {noun} that was retracted, with all that hangs on it.", CamelCase.Of(type.Name), type.Name, "The node as the write leaves it; null if there are errors.", isNew: false, _ => { });
    }

    private void AddMutation(
        ObjectBinding type, string verb, string description, string resultField, string result, string resultDescription, bool isNew, Action<StringBuilder> inputs)
    {
        var name = verb + type.Name;
        Write(_fields, $"  \"{description}\"\n  {CamelCase.Of(name)}(\n    \"What to write.\"\n    input: {name}Input!\n  ): {name}Payload!{Marks}\n\n");

        Write(_types, $"\"What `{CamelCase.Of(name)}` writes.\"\ninput {name}Input {{\n");
        if (!isNew)
        {
            Input(_types, "Its id; that of a merged node leads to the one that stands for it.", "id", "ID!");
            Input(_types, "The `updatedVersion` that you have seen: if somebody changed the node since, nothing is written.", "expectedVersion", "Version");
        }

        inputs(_types);
        Input(_types, "Why; the history keeps it.", "reason", "String");
        Input(_types, "A key of your own, at most 100 characters: sent again within a week, the first result is returned and nothing is written twice.", "idempotencyKey", "String");
        _types.Append("}\n\n");

        Write(_types, $"\"What came of `{CamelCase.Of(name)}`.\"\ntype {name}Payload {{\n");
        Input(_types, resultDescription, resultField, result);
        Input(_types, "The version of the graph that the write made; null if there are errors.", "version", "Version");
        Input(_types, "Why nothing was written; null if all went well.", "errors", $"[{name}Error!]");
        Write(_types, $"}}\n\n\"Why `{CamelCase.Of(name)}` wrote nothing.\"\nunion {name}Error = ConflictError | InputError | ReferenceError{(isNew ? "" : " | StaleVersionError")}\n\n");
    }

    private static string Noun(string type)
    {
        var noun = string.Concat(type.Select((letter, i) => char.IsUpper(letter) ? (i > 0 ? " " : "") + char.ToLowerInvariant(letter) : letter.ToString()));
        return "aeiou".Contains(noun[0], StringComparison.Ordinal) ? "an " + noun : "a " + noun;
    }

    private static void Write(StringBuilder text, string written) => text.Append(written);

    private static void Input(StringBuilder text, string description, string name, string type)
        => Write(text, $"  \"{description.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"\n  {name}: {type}\n");
}
