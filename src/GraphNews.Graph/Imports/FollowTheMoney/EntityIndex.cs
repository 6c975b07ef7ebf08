namespace GraphNews.Graph.Imports.FollowTheMoney;

/// <summary>
/// What stands all over a file and is needed at one place: of what sort each entity is, which ids lead to which entity, what agencies
/// are part of, and the keys that people and agencies have elsewhere. Some tens of bytes for each entity, more for those.
/// </summary>
internal sealed class EntityIndex
{
    private readonly OrdinalTable _sorts = new();
    private readonly Dictionary<UInt128, string> _referents = [];
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Scheme, string Value), string> _holders = [];
    private readonly Dictionary<string, List<(string Scheme, string Value)>> _keys = new(StringComparer.Ordinal);

    /// <summary>Takes an entity in.</summary>
    public void Add(SourceEntity entity)
    {
        var sort = EntitySorts.Of(entity);
        _sorts.Set(RecordKey.Hash(entity.Id), (int)sort);
        foreach (var referent in entity.Referents) _referents[RecordKey.Hash(referent)] = entity.Id;
        switch (sort)
        {
            case EntitySort.Membership when IsPart(entity):
                _parents.TryAdd(entity.First("member")!, entity.First("organization")!);
                break;
            case EntitySort.Identification when entity.First("holder") is { } holder && entity.First("type") is { } scheme && entity.First("number") is { } number:
                // A key of two holders would make one of them.
                if (!_holders.TryAdd((scheme, number), holder)) break;
                if (!_keys.TryGetValue(holder, out var keys)) _keys.Add(holder, keys = []);
                keys.Add((scheme, number));
                break;
        }
    }

    /// <summary>Whether a membership says that an agency is part of another.</summary>
    public static bool IsPart(SourceEntity membership)
        => membership.First("role") == Exports.FollowTheMoney.FollowTheMoneyLinks.PartOf && membership.First("member") is not null && membership.First("organization") is not null;

    /// <summary>The id of the entity that an id leads to: that of what it was merged into, else itself.</summary>
    public string Lasting(string id) => _sorts.Find(RecordKey.Hash(id)) < 0 && _referents.TryGetValue(RecordKey.Hash(id), out var lasting) ? lasting : id;

    /// <summary>Of what sort the entity of an id is; unread if the file has none.</summary>
    public EntitySort Sort(string id) => _sorts.Find(RecordKey.Hash(Lasting(id))) is var sort and >= 0 ? (EntitySort)sort : EntitySort.Unread;

    /// <summary>What an agency is part of; null if nothing.</summary>
    public string? Parent(SourceEntity body) => LeadingTo(body).Select(id => _parents.GetValueOrDefault(id)).FirstOrDefault(parent => parent is not null);

    /// <summary>Whether a body is the one that another is said to be part of.</summary>
    public bool IsParent(string body, string part) => _parents.GetValueOrDefault(part) == body;

    /// <summary>The keys that a person or an agency has elsewhere.</summary>
    public IEnumerable<(string Scheme, string Value)> Keys(SourceEntity entity) => EntitySorts.Of(entity) is EntitySort.Person or EntitySort.Body ? LeadingTo(entity).SelectMany(id => _keys.GetValueOrDefault(id) ?? []) : [];

    /// <summary>The entity that has a key; null if none has.</summary>
    public string? Holder(string scheme, string value) => _holders.TryGetValue((scheme, value), out var holder) ? Lasting(holder) : null;

    /// <summary>The ids by which an entity is referred to: its own, and those that were merged into it.</summary>
    private IEnumerable<string> LeadingTo(SourceEntity entity) => entity.Referents.Where(id => Lasting(id) == entity.Id).Prepend(entity.Id);
}
